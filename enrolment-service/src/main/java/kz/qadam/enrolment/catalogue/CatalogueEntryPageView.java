package kz.qadam.enrolment.catalogue;

import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.Change;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.PageLink;
import kz.qadam.chassis.http.problem.Problem;

/**
 * What the page of one entry shows.
 *
 * @param code null for a new one
 * @param version the one that the reader sees; 0 for a new one
 * @param would what the form would do; null if nothing was sent, or it is refused
 */
record CatalogueEntryPageView(
        DeskContext context, CatalogueEntryPageKind<?> words, String code, int version, DeskForm form, Would would) {

    /**
     * What a form changes.
     *
     * @param consequences what else it does, in sentences
     */
    record Effect(List<CatalogueEntryForm.Difference> differences, List<String> consequences) {

        static final Effect NONE = new Effect(List.of(), List.of());
    }

    /**
     * What a form would do.
     *
     * @param isOther whether something else was confirmed, or the form was filled in about another version
     * @param digest confirms it
     */
    record Would(Effect effect, boolean isOther, String digest) {}

    static CatalogueEntryPageView of(
            DeskContext context, CatalogueEntryPageKind<?> words, String code, int version, DeskForm form) {
        return new CatalogueEntryPageView(context, words, code, version, form, null);
    }

    CatalogueEntryPageView refused(Problem why) {
        return new CatalogueEntryPageView(
                context, words, code, version, form.refused(why, context.language(), this::label), null);
    }

    CatalogueEntryPageView would(Effect effect, boolean isOther, String digest) {
        return new CatalogueEntryPageView(context, words, code, version, form, new Would(effect, isOther, digest));
    }

    public boolean isNew() {
        return code == null;
    }

    public String label(String field) {
        return context.tell(Message.of(words.keys() + ".field." + field));
    }

    /** The fields in the order in which they are filled in. */
    public List<String> fields() {
        return form.values().keySet().stream()
                .filter(field -> isNew() || !field.equals(CatalogueEntryForm.CODE))
                .toList();
    }

    /** The values of a field that is chosen; null if it is typed. */
    public Map<String, String> choices(String field) {
        return words.choices(context).get(field);
    }

    /** What a value of a field is called. */
    private String said(String field, String value) {
        Map<String, String> known = choices(field);
        return known == null ? value : known.getOrDefault(value, value);
    }

    /** What the form would change. */
    public List<Change> changes() {
        return would.effect.differences.stream()
                .map(one -> new Change(label(one.field()), said(one.field(), one.from()), said(one.field(), one.to())))
                .toList();
    }

    public List<PageLink> about() {
        return isNew() ? List.of() : words.about(code);
    }

    public String nameOf(PageLink link) {
        return context.nameOf(link);
    }

    public String all() {
        return context.page(words.path());
    }
}

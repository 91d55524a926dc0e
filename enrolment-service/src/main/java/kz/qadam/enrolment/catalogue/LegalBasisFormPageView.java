package kz.qadam.enrolment.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.Change;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.Problem;

/**
 * What the page shows on which an institution declares its basis for a cohort.
 *
 * @param newest the newest declaration; null if there is none
 * @param would what the form would declare; null if nothing was sent, or it is refused
 */
record LegalBasisFormPageView(
        DeskContext context,
        String institution,
        String cohort,
        String name,
        LegalBasisView newest,
        DeskForm form,
        Would would) {

    static final List<String> FIELDS = List.of("basis", "since", "document");

    /**
     * What a form would declare.
     *
     * @param isOther whether somebody has declared something since it was confirmed
     */
    record Would(List<Change> changes, boolean isOther) {}

    LegalBasisFormPageView refused(Problem why) {
        return new LegalBasisFormPageView(
                context, institution, cohort, name, newest, form.refused(why, context.language(), this::label), null);
    }

    LegalBasisFormPageView wouldDo(LegalBasisPost wanted, boolean isOther) {
        List<Change> changes = new ArrayList<>();
        changes.add(change("basis", Optional.ofNullable(newest).map(one -> basis(one.basis())), basis(wanted.basis())));
        changes.add(change(
                "since",
                Optional.ofNullable(newest).map(one -> context.day(one.since())),
                context.day(wanted.since())));
        changes.add(change("document", Optional.ofNullable(newest).map(LegalBasisView::document), wanted.document()));
        return new LegalBasisFormPageView(
                context, institution, cohort, name, newest, form, new Would(List.copyOf(changes), isOther));
    }

    private Change change(String member, Optional<String> from, String to) {
        return new Change(label(member), from.orElse(""), to);
    }

    /** Whether the newest declaration says the same, such as after a form that was sent twice. */
    boolean says(LegalBasisPost wanted) {
        return newest != null
                && newest.basis() == wanted.basis()
                && newest.since().equals(wanted.since())
                && newest.document().equals(wanted.document());
    }

    /** The version that the confirmation names; 0 if nothing was declared. */
    public int version() {
        return newest == null ? 0 : newest.version();
    }

    /** The bases that there are, in words. */
    public Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (LegalBasis one : LegalBasis.values()) {
            choices.put(one.word(), basis(one));
        }
        return choices;
    }

    private String basis(LegalBasis basis) {
        return say("basis." + basis.word());
    }

    /** What a field is called. */
    public String label(String field) {
        return say("field." + field);
    }

    private String say(String key) {
        return context.tell(Message.of("bases." + key));
    }

    /** All bases of the institution. */
    public String all() {
        return LegalBasesPageView.ofInstitution(context, LegalBasisPage.PATH, institution);
    }

    /** Where the form is sent. */
    public String action() {
        return LegalBasesPageView.ofInstitution(context, context.path(), institution);
    }
}

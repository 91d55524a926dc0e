package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.submission.BatchOptions;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The pages on which the office finds the entries of one kind, changes one, or makes a new one. A form is a table of one row
 * (decision 274): it is tried, shown and confirmed as that of many rows is.
 */
abstract class ListedCatalogueEntryPage<V, E extends ListedCatalogueEntry<V>> {

    private static final String PUBLIC = "It shows the catalogue, which is public.";
    private static final String NEW = "new";

    @CheckedTemplate(basePath = "catalogue")
    static final class Templates {
        static native TemplateInstance entries(PageWords words, CatalogueEntriesPageView page);

        static native TemplateInstance entry(PageWords words, CatalogueEntryPageView page);
    }

    private final CatalogueEntryPageKind<V> words;
    private final CatalogueEntryQueries<V, E> entries;
    private final CatalogueEntryImport<V, E> file;
    private final CatalogueEntryForm form;
    private final EffectDigest digest;

    ListedCatalogueEntryPage(
            CatalogueEntryPageKind<V> words,
            CatalogueEntryQueries<V, E> entries,
            CatalogueEntryImport<V, E> file,
            EffectDigest digest,
            ObjectMapper json) {
        this.words = words;
        this.entries = entries;
        this.file = file;
        this.form = new CatalogueEntryForm(file.columns(), json);
        this.digest = digest;
    }

    /** Entries in the order of their codes, also those alone whose code or name has a text in it. */
    @GET
    @RolesAllowed(Role.OFFICE)
    @NotInTrail(PUBLIC)
    public RestResponse<String> all(@RestQuery String find, @RestQuery String after, @BeanParam DeskRequest asked) {
        DeskContext context = asked.at(words.path());
        List<V> found = entries.find(find, after, CatalogueEntriesPageView.SHOWN + 1);
        var page = CatalogueEntriesPageView.of(context, words, found, find, form::values);
        return context.answer(words.keys(), texts -> Templates.entries(texts, page));
    }

    /** One entry, as a form; {@code new}: an empty one. */
    @GET
    @Path("/{code}")
    @RolesAllowed(Role.OFFICE)
    @NotInTrail(PUBLIC)
    public RestResponse<String> one(@RestPath String code, @BeanParam DeskRequest asked) {
        if (code.equals(NEW)) {
            return answer(CatalogueEntryPageView.of(asked.at(address(code)), words, null, 0, form.empty()));
        }
        var entry = entries.require(code);
        return answer(
                CatalogueEntryPageView.of(asked.at(address(code)), words, code, entry.version, form.of(entry.view())));
    }

    /** Shows what a form would change, or does what was shown. */
    @POST
    @Path("/{code}")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> send(@RestPath String code, byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        String confirmed = sent.get("effect");
        DeskForm filled = form.sent(known(code), sent);
        int version = code.equals(NEW) ? 0 : entries.require(code).version;
        CatalogueEntryPageView page =
                CatalogueEntryPageView.of(asked.at(address(code)), words, known(code), version, filled);
        CatalogueEntryImport.Done<V> done = file.put(
                form.row(filled, version),
                MediaType.valueOf(Batch.CSV),
                new BatchOptions(confirmed == null, false, page.context().language()),
                effect -> digest.of(effect).equals(confirmed));
        if (done.isKept() && (confirmed != null)) {
            return asked.to(address(filled.value(CatalogueEntryForm.CODE)));
        }
        Optional<Problem> refused = done.refused().stream().findFirst();
        return answer(
                refused.isPresent()
                        ? page.refused(said(refused.get()))
                        : page.would(
                                effect(done.effect(), page),
                                confirmed != null || SentForm.isAboutOther(sent, version),
                                digest.of(done.effect())));
    }

    /** A new entry has no version; so what is wrong is that its code is taken. */
    private static Problem said(Problem refused) {
        return refused.type() == ProblemType.PRECONDITION_REQUIRED
                ? new Problem(ProblemType.RULE_VIOLATED, CatalogueEntryForm.codeIsTaken())
                : refused;
    }

    private CatalogueEntryPageView.Effect effect(CatalogueEntryImport.Effect<V> effect, CatalogueEntryPageView page) {
        V from = effect.replaced().isEmpty() ? null : effect.replaced().get(0).from();
        V to = !effect.created().isEmpty()
                ? effect.created().get(0)
                : from == null ? null : effect.replaced().get(0).to();
        return to == null
                ? CatalogueEntryPageView.Effect.NONE
                : new CatalogueEntryPageView.Effect(
                        form.differences(from, to), words.consequences(page.context(), from, to));
    }

    /** Null for a new one. */
    private static String known(String code) {
        return code.equals(NEW) ? null : code;
    }

    private String address(String code) {
        return words.path() + "/" + code;
    }

    private RestResponse<String> answer(CatalogueEntryPageView page) {
        return page.context().answer(words.keys(), texts -> Templates.entry(texts, page));
    }
}

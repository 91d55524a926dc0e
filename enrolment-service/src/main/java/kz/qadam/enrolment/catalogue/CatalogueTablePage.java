package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
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
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.submission.BatchOptions;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which the office pastes a table of entries of one kind, sees what it would do, and confirms it. What is
 * confirmed is what was shown: if the table would do something else by now, that is shown instead.
 */
abstract class CatalogueTablePage<V> {

    private static final String TEMPLATES = "catalogue";

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    @CheckedTemplate(basePath = TEMPLATES)
    static final class Templates {
        static native TemplateInstance table(PageWords words, CatalogueTablePageView page);
    }

    private final String name;
    private final CatalogueEntryImport<V, ?> file;
    private final EffectDigest digest;
    private final ObjectMapper json;

    /** @param name the first segment of its address, and of its message keys */
    CatalogueTablePage(String name, CatalogueEntryImport<V, ?> file, EffectDigest digest, ObjectMapper json) {
        this.name = name;
        this.file = file;
        this.digest = digest;
        this.json = json;
    }

    /** The form: empty, or with what there is, to be changed. */
    @GET
    @RolesAllowed(Role.OFFICE)
    @NotInTrail("It shows the catalogue, which is public.")
    public RestResponse<String> form(@RestQuery boolean filled, @BeanParam DeskRequest asked) {
        CatalogueTablePageView empty = empty(asked);
        return answer(filled ? empty.filled(file.table(json)) : empty);
    }

    /** The empty form at the address to which the form is sent, for who chooses another language there. */
    @GET
    @Path("/batch")
    @RolesAllowed(Role.OFFICE)
    @NotInTrail("It shows nothing.")
    public RestResponse<String> formAgain(@BeanParam DeskRequest asked) {
        return answer(empty(asked));
    }

    /** Shows what a table would do, or does what was shown. */
    @POST
    @Path("/batch")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> send(byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        String table = sent.getOrDefault("table", "");
        CatalogueTablePageView empty = empty(asked);
        try {
            return answer(put(empty, table, sent.get("effect")));
        } catch (Problem refused) {
            return answer(empty.refused(
                    table, ProblemBody.sentence(refused, empty.context().language())));
        }
    }

    /** @param confirmed the digest of the effect that was shown; null to show it */
    private CatalogueTablePageView put(CatalogueTablePageView empty, String table, String confirmed) {
        CatalogueEntryImport.Done<V> done = file.put(
                table.getBytes(StandardCharsets.UTF_8),
                MediaType.valueOf(Batch.CSV),
                new BatchOptions(confirmed == null, false, empty.context().language()),
                effect -> digest.of(effect).equals(confirmed));
        return empty.shows(
                table, done, confirmed != null, digest.of(done.effect()), entry -> json.convertValue(entry, MEMBERS));
    }

    private CatalogueTablePageView empty(DeskRequest asked) {
        return CatalogueTablePageView.empty(asked.at("/" + name), file.header());
    }

    private RestResponse<String> answer(CatalogueTablePageView page) {
        return page.context().answer(name, words -> Templates.table(words, page));
    }
}

package kz.qadam.reporting.audit.worklist;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.audit.worklist.WorklistRecordsPageView.Refused;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The page on which auditors check the records of a worklist, and close it after they were shown its result. */
@Path(WorklistPage.PATH + "/{id: [0-9a-f-]{36}}")
@RolesAllowed({Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
public class WorklistRecordsPage {

    private static final int MOST = 100;
    private static final List<String> FIELDS = List.of("outcome", "note");

    @CheckedTemplate(basePath = WorklistPage.TEXTS)
    static final class Templates {
        static native TemplateInstance one(PageWords words, WorklistRecordsPageView page);

        static native TemplateInstance closing(PageWords words, WorklistRecordsPageView page, boolean isOther);
    }

    private final Worklists worklists;
    private final WorklistFindings findings;

    WorklistRecordsPage(Worklists worklists, WorklistFindings findings) {
        this.worklists = worklists;
        this.findings = findings;
    }

    /** The records of a worklist. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> one(
            @RestPath UUID id, @RestQuery String show, @RestQuery String after, @BeanParam DeskRequest asked) {
        Worklist worklist = worklists.find(id);
        return answer(view(worklist, WorklistRecordFilter.of(show, after, worklist), null, asked));
    }

    /** All records as a table, for a visit. */
    @GET
    @Path("/table")
    @RecordedInTrail(TrailKind.EXPORT)
    @Produces(BodyRows.CSV)
    public RestResponse<StreamingOutput> table(@RestPath UUID id) {
        return findings.table(worklists.find(id), null, null);
    }

    /** Keeps what was found about a record, and goes on with the next one. */
    @POST
    @Path("/findings/{completionId: [0-9a-f-]{36}}")
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> find(
            @RestPath UUID id, @RestPath UUID completionId, byte[] form, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(form);
        Worklist worklist = worklists.find(id);
        WorklistRecordFilter shown = WorklistRecordFilter.of(sent.get("show"), sent.get("after"), worklist);
        DeskForm finding = DeskForm.of(FIELDS, sent);
        try {
            WorklistFindingPost post = WorklistFindingPost.READER.readOrThrow(finding.fields());
            findings.keep(id, completionId, post, Precondition.ofForm(sent.get("version")));
            return goOn(view(worklist, shown, asked), sent.getOrDefault("next", ""));
        } catch (Problem refused) {
            if (refused.type() == ProblemType.NOT_FOUND) {
                throw refused;
            }
            DeskContext context = asked.at(WorklistPage.PATH);
            DeskForm why =
                    finding.refused(refused, context.language(), new WorklistText(context, worklists.cohorts())::say);
            int position = WorklistRecordFilter.of(null, sent.get("position"), worklist)
                    .after();
            // All records from this one on: by now somebody else may have checked it.
            var from = new WorklistRecordFilter(null, Math.max(0, position - 1));
            return answer(view(worklists.find(id), from, new Refused(completionId, position, why), asked));
        }
    }

    private static RestResponse<String> goOn(WorklistRecordsPageView page, String next) {
        String anchor = next.matches("\\d{1,4}") ? "#record-" + next : "#records-title";
        return ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, page.address(page.shown()) + anchor)
                .build();
    }

    /** Shows the result, or closes the worklist if it is the result that was shown. */
    @POST
    @Path("/closing")
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> close(@RestPath UUID id, byte[] form, @BeanParam DeskRequest asked) {
        String shown = SentForm.read(form).get("effect");
        if (shown != null) {
            try {
                worklists.close(id, shown);
                return asked.to(WorklistPage.PATH + "/" + id);
            } catch (Problem refused) {
                if (refused.type() != ProblemType.VERSION_CONFLICT) {
                    throw refused;
                }
            }
        }
        Worklist worklist = worklists.find(id);
        if (worklist.isClosed()) {
            return asked.to(WorklistPage.PATH + "/" + id);
        }
        WorklistRecordsPageView page = view(worklist, WorklistRecordFilter.usual(worklist), asked);
        return page.context().answer(WorklistPage.TEXTS, words -> Templates.closing(words, page, shown != null));
    }

    /** Leads from what a form would do back to the worklist, such as in another language. */
    @GET
    @Path("/{form: closing|findings/[0-9a-f-]{36}}")
    @NotInTrail("It shows nothing.")
    public RestResponse<String> back(@RestPath UUID id, @RestPath String form, @BeanParam DeskRequest asked) {
        return asked.to(WorklistPage.PATH + "/" + id);
    }

    private WorklistRecordsPageView view(
            Worklist worklist, WorklistRecordFilter shown, Refused refused, DeskRequest asked) {
        List<WorklistRecord> found =
                findings.read(worklist, new WorklistRecordStore.Choice(shown.state(), null, shown.after(), MOST + 1));
        boolean isCut = found.size() > MOST;
        List<WorklistRecord> records = isCut ? found.subList(0, MOST) : found;
        return new WorklistRecordsPageView(
                context(worklist, asked), worklists.cohorts(), worklist, shown, records, isCut, refused);
    }

    /** Without records. */
    private WorklistRecordsPageView view(Worklist worklist, WorklistRecordFilter shown, DeskRequest asked) {
        return new WorklistRecordsPageView(
                context(worklist, asked), worklists.cohorts(), worklist, shown, List.of(), false, null);
    }

    private static DeskContext context(Worklist worklist, DeskRequest asked) {
        return asked.at(WorklistPage.PATH + "/" + worklist.id());
    }

    private static RestResponse<String> answer(WorklistRecordsPageView page) {
        return page.context().answer(WorklistPage.TEXTS, words -> Templates.one(words, page));
    }
}

package kz.qadam.progress.completion;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.Download;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which an institution sees which of its completions do not count, why, and what it can do. */
@Path(UncountedPage.PATH)
public class UncountedPage {

    static final String PATH = "/waiting";

    private static final String TEXTS = "waiting";

    private static final String LAST = "select max(recorded_at) from completion where institution = :institution";

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, UncountedPageView page);
    }

    private final Database database;
    private final Caller caller;
    private final PendingConfig config;
    private final Clock clock;

    UncountedPage(Database database, Caller caller, PendingConfig config, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    /** The completions that do not count, by cause. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed(Role.PARTNER)
    public RestResponse<String> page(@BeanParam DeskRequest asked) {
        var context = asked.at(PATH);
        String institution = caller.scope().institution();
        UncountedPageView view = database.transaction(handle -> new UncountedPageView(
                context,
                UncountedGroup.of(handle, institution),
                UncountedGroup.young(handle, institution, clock.instant().minus(config.taskAfter())),
                handle.createQuery(LAST)
                        .bind("institution", institution)
                        .mapTo(Instant.class)
                        .findOne()
                        .orElse(null)));
        return context.answer(TEXTS, words -> Templates.page(words, view));
    }

    /** A table of corrections, one for each completion that does not count for a cause, to be filled in and sent. */
    @GET
    @Path("/corrections/{cause}")
    @RecordedInTrail(TrailKind.EXPORT)
    @RolesAllowed(Role.PARTNER)
    @Produces(Batch.CSV)
    public RestResponse<byte[]> corrections(@RestPath String cause) {
        String institution = caller.scope().institution();
        List<Completion> all = database.transaction(
                handle -> UncountedGroup.completions(handle, institution, cause, Batch.MOST_ITEMS));
        if (all.isEmpty()) {
            throw Problem.notFound();
        }
        List<String> columns = CorrectionPost.READER.columns().names().stream()
                .filter(name -> !name.equals("institution"))
                .toList();
        return Download.table(
                columns,
                all.stream()
                        .map(one -> columns.stream()
                                .map(column -> value(one, column))
                                .toList()),
                "corrections-" + cause + ".csv");
    }

    /** What is empty stays as it is, but the reason, which is to be filled in. */
    private static Object value(Completion completion, String column) {
        return switch (column) {
            case "completion" -> completion.reference();
            case "enrolment" -> completion.content().enrolment();
            case "completedOn" -> completion.content().completedOn();
            case "version" -> completion.version();
            default -> "";
        };
    }
}

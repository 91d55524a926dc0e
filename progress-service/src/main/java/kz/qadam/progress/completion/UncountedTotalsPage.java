package kz.qadam.progress.completion;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.Download;
import kz.qadam.chassis.trail.NotInTrail;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which the office, or that of a region, sees which institutions have sent what does not count, and why. */
@Path(UncountedTotalsPage.PATH)
@RolesAllowed({Role.OFFICE, Role.OFFICE_OF_A_REGION})
public class UncountedTotalsPage {

    static final String PATH = "/waiting/counts";

    private static final String TEXTS = "waiting-counts";
    private static final String ONLY_COUNTS = "It counts what waits, and shows nothing of people.";
    private static final int SHOWN = 200;
    private static final int MOST = 100_000;

    @CheckedTemplate(basePath = "waiting")
    static final class Templates {
        static native TemplateInstance counts(PageWords words, PageView page);
    }

    /**
     * What the page shows.
     *
     * @param counts the most first
     */
    record PageView(DeskContext context, List<UncountedTotal> counts) {

        public String cause(UncountedTotal one) {
            return context.tell(Message.of("waiting." + one.because() + ".title"));
        }

        public String table() {
            return context.root() + PATH + "/table";
        }

        public boolean isCut() {
            return counts.size() == SHOWN;
        }
    }

    private final Database database;
    private final Caller caller;

    UncountedTotalsPage(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** The institutions with the most completions that do not count. */
    @GET
    @NotInTrail(ONLY_COUNTS)
    public RestResponse<String> page(@BeanParam DeskRequest asked) {
        DeskContext context = asked.at(PATH);
        return context.answer(TEXTS, words -> Templates.counts(words, new PageView(context, counts(SHOWN))));
    }

    /** All of them as a table. */
    @GET
    @Path("/table")
    @NotInTrail(ONLY_COUNTS)
    @Produces(Batch.CSV)
    public RestResponse<byte[]> table() {
        return Download.table(
                List.of("institution", "because", "completions", "oldest"),
                counts(MOST).stream().map(one -> List.of(one.institution(), one.because(), one.count(), one.oldest())),
                "waiting.csv");
    }

    private List<UncountedTotal> counts(int limit) {
        return database.transaction(handle -> UncountedTotal.of(handle, caller.scopeOfStaff(), limit));
    }
}

package kz.qadam.reporting.figures.coverage;

import static kz.qadam.chassis.desk.DeskRequest.given;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.Download;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which the office, or that of a region, sees which institutions report and which are silent, and copies a
 * reminder for each that is.
 */
@Path(CoveragePage.PATH)
@RolesAllowed({Role.OFFICE, Role.AUDITOR, Role.OFFICE_OF_A_REGION, Role.AUDITOR_OF_A_REGION})
public class CoveragePage {

    static final String PATH = "/coverage";

    private static final String TEXTS = "coverage-page";
    private static final int SHOWN = 50;
    private static final int MOST = 1_000;

    @CheckedTemplate(basePath = "coverage")
    static final class Templates {
        static native TemplateInstance page(PageWords words, CoveragePageView page);
    }

    private final Coverages coverages;

    CoveragePage(Coverages coverages) {
        this.coverages = coverages;
    }

    /** The counts, and the institutions in one state; if none is named, in the first in which somebody needs a reminder. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    public RestResponse<String> page(
            @RestQuery String state, @RestQuery String region, @RestQuery String cursor, @BeanParam DeskRequest asked) {
        DeskContext context = asked.at(PATH);
        String first = given(state) == null ? Coverage.State.silent.name() : state;
        Coverage listed = answer(first, region, cursor);
        String wanted = given(state) == null ? CoveragePageView.toRemind(listed) : first;
        Coverage coverage = wanted.equals(first) ? listed : answer(wanted, region, cursor);
        return context.answer(TEXTS, words -> Templates.page(words, new CoveragePageView(context, coverage, wanted)));
    }

    private Coverage answer(String state, String region, String cursor) {
        return coverages.answer(new Coverages.Asked(null, given(region), state, SHOWN, given(cursor), null, null));
    }

    /** All institutions in one state as a table, with the reminder for each. */
    @GET
    @Path("/table")
    @RecordedInTrail(TrailKind.FIGURES)
    @Produces(Batch.CSV)
    public RestResponse<byte[]> table(@RestQuery String state, @RestQuery String region, @BeanParam DeskRequest asked) {
        DeskContext context = asked.at(PATH);
        List<List<?>> rows = new ArrayList<>();
        String cursor = null;
        do {
            Coverage coverage =
                    coverages.answer(new Coverages.Asked(null, given(region), given(state), MOST, cursor, null, null));
            var view = new CoveragePageView(context, coverage, state);
            coverage.institutions().forEach(one -> rows.add(view.row(one)));
            cursor = coverage.cursor();
        } while (cursor != null);
        return Download.table(CoveragePageView.COLUMNS, rows.stream(), "coverage.csv");
    }
}

package kz.qadam.reporting.figures.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.TextCursor;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.Dimension;

/** Answers which institutions report, of those that the caller may see. */
@ApplicationScoped
class Coverages {

    private final Database database;
    private final PointInTimeResolver points;
    private final Caller caller;
    private final Recording recording;

    Coverages(Database database, PointInTimeResolver points, Caller caller, Recording recording) {
        this.database = database;
        this.points = points;
        this.caller = caller;
        this.recording = recording;
    }

    /**
     * A question about coverage, as its parameters have it; each may be null.
     *
     * @param days the length of the period
     * @param state only institutions in this state are listed
     * @param limit how many institutions are listed
     */
    record Asked(Integer days, String region, String state, Integer limit, String cursor, String asOf, String on) {}

    /** @throws Problem 400 for a parameter that cannot be read, 403 for another region than the caller's */
    Coverage answer(Asked asked) {
        int within = CoverageQuery.of(asked.days).days();
        String region = caller.scopeOfFigures().in(asked.region).region();
        if (region != null && !MemberNames.mayHave(Dimension.REGION, region)) {
            throw Problem.unknownCode("region", region);
        }
        Coverage.State wanted = state(asked.state);
        int most = Page.limit(asked.limit);
        String after = asked.cursor == null ? "" : TextCursor.read(asked.cursor, 1, parts -> parts[0]);
        PointInTime point = points.of(asked.asOf, asked.on);
        recording.setPointInTime(point.asOf(), point.on(), point.batch());
        var question = new CoverageReader.Question(point, within, region);
        return database.transaction(handle -> {
            SortedMap<String, Coverage.Count> regions = CoverageReader.counts(handle, question);
            List<Coverage.Reporter> page = CoverageReader.page(handle, question, wanted, after, most);
            return new Coverage(
                    point.asOf(),
                    point.on(),
                    point.batch(),
                    within,
                    region,
                    Coverage.Count.sum(regions.values()),
                    Coverage.OfRegion.of(regions),
                    page,
                    page.size() < most
                            ? null
                            : TextCursor.write(page.get(most - 1).institution()));
        });
    }

    private static Coverage.State state(String text) {
        return text == null
                ? null
                : Arrays.stream(Coverage.State.values())
                        .filter(one -> one.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> Problem.badParameter(
                                "state", "unknown-value", "state", "reported, zero, silent, never"));
    }
}

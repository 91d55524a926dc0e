package kz.qadam.reporting.figures.coverage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.TextCursor;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.Recorded;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointsInTime;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.Dimension;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Which institutions report, and which do not. */
@Path("/v1/audit/coverage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.VIEWER, Role.AUDITOR, Role.OFFICE, Role.VIEWER_OF_A_REGION, Role.AUDITOR_OF_A_REGION})
@Tag(name = "Audit")
public class CoverageResource {

    private final Database database;
    private final PointsInTime moments;
    private final Caller caller;
    private final Recording recording;

    CoverageResource(Database database, PointsInTime moments, Caller caller, Recording recording) {
        this.recording = recording;
        this.database = database;
        this.moments = moments;
        this.caller = caller;
    }

    /** Which institutions have reported recently. */
    @GET
    @Recorded(TrailKind.FIGURES)
    @Operation(
            operationId = "coverage",
            summary = "Which institutions report, and which are silent",
            description =
                    "Which of the active institutions have sent anything in the period, and which have not: so a reader"
                            + " can distinguish a figure of zero from a figure that nobody has reported. Counted by"
                            + " region too. It also says which of them have declared on which basis they send.")
    @APIResponse(
            responseCode = "200",
            description = "The counts, and a page of institutions in the order of their codes.")
    @APIResponse(responseCode = "422")
    public Coverage coverage(
            @RestQuery @Parameter(description = "The length of the period in days; 30 if absent.", example = "30")
                    Integer days,
            @RestQuery @Parameter(description = "Only institutions of this region.", example = "KZ-75") String region,
            @RestQuery
                    @Parameter(
                            description = "List only institutions in this state.",
                            schema = @Schema(enumeration = {"reported", "zero", "silent", "never"}))
                    String state,
            @RestQuery @Parameter(description = "How many institutions at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "The cursor of the previous page; absent for the first page.")
                    String cursor,
            @RestQuery @Parameter(description = PointsInTime.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointsInTime.ON) String on) {
        int within = CoverageQuery.of(days).days();
        String asked = caller.horizonOfFigures().in(region).region();
        if (asked != null && !MemberNames.mayHave(Dimension.REGION, asked)) {
            throw Problem.unknownCode("region", asked);
        }
        Coverage.State wanted = state(state);
        int most = Page.limit(limit);
        String after = cursor == null ? "" : TextCursor.read(cursor, 1, parts -> parts[0]);
        PointInTime moment = moments.of(asOf, on);
        recording.setPointInTime(moment.asOf(), moment.on(), moment.batch());
        var question = new CoverageTable.Question(moment, within, asked);
        return database.transaction(handle -> {
            SortedMap<String, Coverage.Count> regions = CoverageTable.counts(handle, question);
            List<Coverage.Reporter> page = CoverageTable.page(handle, question, wanted, after, most);
            return new Coverage(
                    moment.asOf(),
                    moment.on(),
                    moment.batch(),
                    within,
                    asked,
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

package kz.qadam.reporting.audit.hint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.asof.TimeParameterParser;
import kz.qadam.reporting.audit.evidence.ReadingLog;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Lists implausible patterns. */
@Path("/v1/audit/hints")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OFFICE})
@Tag(name = "Audit")
public class HintResource {

    private static final String CONFIGURED = "; as configured (qadam.hints) if absent.";

    private final PointInTimeResolver points;
    private final ReadingLog readings;
    private final HintConfig config;

    HintResource(PointInTimeResolver points, ReadingLog readings, HintConfig config) {
        this.points = points;
        this.readings = readings;
        this.config = config;
    }

    /** The hints of a month. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "hints",
            summary = "Implausible patterns, with their records",
            description = "Patterns among the counted completions of a month. A hint proves nothing; it shows where to"
                    + " check, and says what an auditor has found out. Each request is written to the log of readings,"
                    + " with its thresholds.")
    @APIResponse(responseCode = "200", description = "The hints.")
    @APIResponse(responseCode = "422")
    public ListedHint.All hints(
            @RestQuery @Parameter(description = "The month; if absent, the month of on.", example = "2026-05")
                    String month,
            @RestQuery
                    @Parameter(
                            description = "The kinds of hints, with commas between them; if absent, all.",
                            example = "month-end,same-second")
                    String kinds,
            @RestQuery
                    @Parameter(
                            description =
                                    "The least number of completions of one institution for one course and day that"
                                            + " were recorded in the same second" + CONFIGURED)
                    Integer sameSecond,
            @RestQuery
                    @Parameter(
                            description =
                                    "The least number of institutions at which one person completed courses on one"
                                            + " day" + CONFIGURED)
                    Integer manyInstitutions,
            @RestQuery
                    @Parameter(
                            description =
                                    "The least number of completions of an institution on the last day of the month"
                                            + CONFIGURED)
                    Integer monthEndLeast,
            @RestQuery
                    @Parameter(
                            description = "The least share of these in all its completions of the month, in percent"
                                    + CONFIGURED)
                    Integer monthEndShare,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        YearMonth asked = month == null ? null : TimeParameterParser.month("month", month);
        var thresholds = new HintThresholds.Asked(kinds, sameSecond, manyInstitutions, monthEndLeast, monthEndShare);
        HintThresholds used = thresholds.or(config);
        PointInTime point = points.of(asOf, on);
        YearMonth wanted = asked == null ? YearMonth.from(point.on()) : asked;
        List<ListedHint> hints = readings.read(
                point,
                thresholds.leftOut(used),
                handle -> HintSettlements.listed(handle, point, wanted, HintFinder.find(handle, point, wanted, used)),
                List::size);
        return new ListedHint.All(point.asOf(), point.on(), point.batch(), wanted.toString(), hints);
    }
}

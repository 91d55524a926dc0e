package kz.qadam.reporting.figures;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.BiFunction;
import kz.qadam.chassis.security.Caller;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.asof.Moments;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The figures, for dashboards and for everybody. */
@Path("/v1/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Progress",
        description = "The figures. Without a token they are those of the public; with viewer, office or auditor they"
                + " are exact. ETag and If-None-Match spare the body.")
public class ProgressResource {

    private final Moments moments;
    private final Figures figures;
    private final Rendered rendered;
    private final Caller caller;

    ProgressResource(Moments moments, Figures figures, Rendered rendered, Caller caller) {
        this.moments = moments;
        this.figures = figures;
        this.rendered = rendered;
        this.caller = caller;
    }

    /** The programme with all its cohorts. */
    @GET
    @Operation(
            operationId = "progress",
            summary = "The figures of the programme",
            description = "Every cohort beside its plan, and the targeted ones together. total.trained adds up the"
                    + " cohorts; total.people counts persons, who may be in several.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Progress.class)))
    @APIResponse(responseCode = "304", description = "The figures are those that you have.")
    @APIResponse(responseCode = "422")
    public RestResponse<byte[]> progress(
            @RestQuery @Parameter(description = Moments.AS_OF, example = "2026-06-01T00:00:00+05:00") String asOf,
            @RestQuery @Parameter(description = Moments.ON, example = "2026-05-31") String on,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        Head.Audience audience = Head.Audience.of(caller);
        return answer(
                asOf,
                on,
                audience,
                "progress",
                ifNoneMatch,
                (moment, live) -> figures.progress(moment, live, audience));
    }

    /** One cohort, or the targeted ones together. */
    @GET
    @Path("/{cohort}")
    @Operation(
            operationId = "cohortProgress",
            summary = "The figures of one cohort",
            description = "total stands for the targeted cohorts together; it also has people and cohortsOnTrack.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(anyOf = {CohortFigures.Alone.class, CohortFigures.Together.class})))
    @APIResponse(responseCode = "304", description = "The figures are those that you have.")
    @APIResponse(responseCode = "422")
    public RestResponse<byte[]> cohort(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery @Parameter(description = Moments.AS_OF) String asOf,
            @RestQuery @Parameter(description = Moments.ON) String on,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        Head.Audience audience = Head.Audience.of(caller);
        return answer(
                asOf,
                on,
                audience,
                "cohort " + cohort,
                ifNoneMatch,
                (moment, live) -> figures.cohort(cohort, moment, live, audience));
    }

    /** One cohort by region or institution. */
    @GET
    @Path("/{cohort}/breakdown")
    @Operation(
            operationId = "breakdown",
            summary = "A cohort by region or by institution",
            description = "additive says which measures add up to the cohort's. Every region has a cell, with zeroes"
                    + " too; of the institutions those with anything in them.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Breakdown.class)))
    @APIResponse(responseCode = "304", description = "The figures are those that you have.")
    @APIResponse(responseCode = "422")
    public RestResponse<byte[]> breakdown(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "What to break down by.",
                            example = "region",
                            schema = @Schema(enumeration = {"region", "institution"}))
                    String by,
            @RestQuery @Parameter(description = Moments.AS_OF) String asOf,
            @RestQuery @Parameter(description = Moments.ON) String on,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        Breakdown.By wanted = Breakdown.By.of(by);
        Head.Audience audience = Head.Audience.of(caller);
        return answer(
                asOf,
                on,
                audience,
                "breakdown " + wanted + " " + cohort,
                ifNoneMatch,
                (moment, live) -> figures.breakdown(cohort, wanted, moment, live, audience));
    }

    private RestResponse<byte[]> answer(
            String asOf,
            String on,
            Head.Audience audience,
            String asked,
            String ifNoneMatch,
            BiFunction<Moment, List<Because>, Object> answer) {
        Moment moment = moments.of(asOf, on);
        List<Because> live = figures.live(moment);
        return rendered.answer(moment, live, audience, asked, ifNoneMatch, () -> answer.apply(moment, live));
    }
}

package kz.qadam.reporting.figures;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.openapi.OpenApiPlaceholders;
import kz.qadam.reporting.rollup.Dimension;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The figures of the programme and of its cohorts: now, by the members of a dimension, over time, and forecast. */
@Path("/v1/progress")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Progress",
        description =
                "The figures. Without a token a caller sees published figures: those of the newest release, in which"
                        + " every count of people is a whole ten, rounded down, and null if there are too few people to"
                        + " publish. With a token of the role viewer, office or auditor, figures are exact and of now."
                        + " audience in the answer says which. With a token of viewer or auditor that names a region, exact"
                        + " figures are of this region alone: region in the answer says so, and a region has no target,"
                        + " plan or forecast. With ETag and If-None-Match an unchanged answer has no body.")
@APIResponse(responseCode = "304", description = "The figures have not changed: yours are current.")
@APIResponse(responseCode = "401", description = ProgressResource.INVALID_TOKEN)
@APIResponse(responseCode = "422")
@APIResponse(responseCode = "503")
public class ProgressResource {

    /** The description of 401 where everybody is answered, but a token decides what. */
    public static final String INVALID_TOKEN =
            "The token is not valid, or has expired. Without a token the answer is what everybody sees.";

    /** The description of 401 where a table is not published. */
    public static final String NEEDS_TOKEN =
            "The table is only for callers with a token of the role viewer, office or auditor; the programme office"
                    + " issues tokens.";

    /** The description of 403 where a table is not published. */
    public static final String OTHER_ROLE =
            "The token does not have one of the roles viewer, office and auditor; or it names a region, and the table"
                    + " is of another region or cannot be shown for one region.";

    private final FigureAnswers answers;

    ProgressResource(FigureAnswers answers) {
        this.answers = answers;
    }

    /** The programme with all its cohorts. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Operation(
            operationId = "progress",
            summary = "The figures of the programme",
            description = "Every cohort, compared with its plan, and the total of the cohorts that have a target."
                    + " total.trained is the sum over these cohorts; total.people counts distinct people, who may be"
                    + " in several cohorts. As text/csv: one row for each cohort. Without a token: every cohort as"
                    + " released, each with its own asOf and on (of the last day or of the last month end), counts in"
                    + " whole tens, people in thousands; no completions. With a token of viewer, office or auditor:"
                    + " exact figures of now.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Progress.class)))
    public RestResponse<byte[]> progress(@BeanParam FigureParameters parameters) {
        return answers.respond(new FigureQuery.OfProgramme(), parameters);
    }

    /** The same figures as CSV. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Produces(AnswerFormat.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> progressTable(@BeanParam FigureParameters parameters) {
        return progress(parameters.asTable());
    }

    /** One cohort, or the total. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Path("/{cohort}")
    @Operation(
            operationId = "cohortProgress",
            summary = "The figures of one cohort",
            description =
                    "total means all cohorts that have a target on that day, together; its answer also has people and"
                            + " cohortsOnTrack. enrolled, completed and trained are a funnel: all three count people."
                            + " As text/csv: one row. Without a token: the cohort as released, counts in whole tens;"
                            + " remaining, percent, the pace and status follow from the published counts, and are null"
                            + " if there are too few people to publish. With a token of viewer, office or auditor: exact"
                            + " figures of now.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(anyOf = {CohortFigures.Alone.class, CohortFigures.Together.class})))
    public RestResponse<byte[]> cohort(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @BeanParam FigureParameters parameters) {
        return answers.respond(FigureQuery.ofCohort(cohort), parameters);
    }

    /** The same figures as CSV. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Path("/{cohort}")
    @Produces(AnswerFormat.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> cohortTable(@RestPath String cohort, @BeanParam FigureParameters parameters) {
        return cohort(cohort, parameters.asTable());
    }

    /** One cohort by the members of a dimension. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Path("/{cohort}/breakdown")
    @Operation(
            operationId = "breakdown",
            summary = "A cohort by the members of a dimension, such as its regions",
            description =
                    "additive tells which measures add up over the cells to the figure of the cohort. An institution"
                            + " or a course has a cell only if something is counted under it; every member of another"
                            + " dimension has one, also with zeroes. As text/csv: one row for each cell, in UTF-8; a text"
                            + " that a spreadsheet would take for a formula begins with an apostrophe. Without a token:"
                            + " by region, course or area at the last month end, regions in whole tens, courses and"
                            + " areas in hundreds; the macro-regions north, south, west, east and centre stand for"
                            + " their regions until a cohort has about 20,000 trained people, and place says which a"
                            + " cell is; country has the figures of the same month end, and notByRegion what"
                            + " no published region contains; by another dimension: 401 needs-token. With a token of"
                            + " viewer, office or auditor: every dimension, exact and of now.")
    @APIResponse(responseCode = "401", description = NEEDS_TOKEN)
    @APIResponse(responseCode = "403", description = OTHER_ROLE)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Breakdown.class)))
    public RestResponse<byte[]> breakdown(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "The dimension. Without a token: region, course or area.",
                            example = "region",
                            schema = @Schema(enumeration = OpenApiPlaceholders.BREAKDOWNS))
                    String by,
            @BeanParam FigureParameters parameters) {
        Dimension dimension = Dimension.breakdown(by)
                .orElseThrow(() -> Problem.badParameter("by", "unknown-value", "by", Dimension.list()));
        return answers.respond(new FigureQuery.ByDimension(cohort, dimension), parameters);
    }

    /** The same figures as CSV. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Path("/{cohort}/breakdown")
    @Produces(AnswerFormat.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> breakdownTable(
            @RestPath String cohort, @RestQuery String by, @BeanParam FigureParameters parameters) {
        return breakdown(cohort, by, parameters.asTable());
    }

    /** The trained people of a cohort, period by period. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Path("/{cohort}/series")
    @Operation(
            operationId = "series",
            summary = "The trained people of a cohort over time",
            description =
                    "By day, ISO week or month; each period is whole. The series is of the nation, with its plan, or of"
                            + " one region or one institution. As text/csv: one row for each period. Without a token:"
                            + " the numbers as they were released, never restated; newlyTrained is the change of the"
                            + " published number, and null next to null. By day, only the ends of weeks and months have"
                            + " numbers. A region, or a macro-region such as north, has a series by month only (422"
                            + " otherwise); of an institution: 401 needs-token. With a token of viewer, office or"
                            + " auditor: exact numbers, with everything that is known now.")
    @APIResponse(responseCode = "401", description = NEEDS_TOKEN)
    @APIResponse(responseCode = "403", description = OTHER_ROLE)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Series.class)))
    public RestResponse<byte[]> series(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "The length of the periods. Without a token: month, if region is given.",
                            example = "month",
                            schema = @Schema(ref = "SeriesInterval"))
                    String interval,
            @RestQuery
                    @Parameter(
                            description = "A day of the first period. Default: the first day of the programme.",
                            example = "2026-01-01")
                    String from,
            @RestQuery
                    @Parameter(
                            description = "A day of the last period, up to the horizon. Default: the day of on.",
                            example = "2026-12-31")
                    String to,
            @RestQuery
                    @Parameter(
                            description =
                                    "Only this region. Without a token also a macro-region: north, south, west, east"
                                            + " or centre.",
                            example = "KZ-75")
                    String region,
            @RestQuery
                    @Parameter(
                            description = "Only this institution. Only with a token of viewer, office or auditor.",
                            example = "school-42")
                    String institution,
            @BeanParam FigureParameters parameters) {
        var range = SeriesRange.of(interval, from, to);
        return answers.respond(
                new FigureQuery.OverTime(cohort, Series.Scope.of(region, institution), range), parameters);
    }

    /** The same figures as CSV. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Path("/{cohort}/series")
    @Produces(AnswerFormat.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> seriesTable(
            @RestPath String cohort,
            @RestQuery String interval,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String region,
            @RestQuery String institution,
            @BeanParam FigureParameters parameters) {
        return series(cohort, interval, from, to, region, institution, parameters.asTable());
    }

    /** The forecast of a cohort or of the total. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Path("/{cohort}/forecast")
    @Operation(
            operationId = "forecast",
            summary = "The forecast of a cohort",
            description =
                    "When the target will be reached, how many people will be trained by the horizon, and how probable"
                            + " this is. The forecast is a Monte Carlo simulation of 2,000 paths, drawn from a model of"
                            + " the pace so far and its season; 80 of 100 paths lie in the band from p10 to p90. total:"
                            + " the sum of the cohorts that have a target; the total is reached when each of them has"
                            + " reached its own target. The same question about the past has the same answer for ever."
                            + " Without a token: the forecast that was made with the release from published numbers;"
                            + " people in thousands, days as month ends, probability in steps of 0.05, and"
                            + " insufficient-data below 1,000 trained people.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ForecastView.Whole.class)))
    @APIResponse(responseCode = "304", description = "The forecast has not changed: yours is current.")
    @APIResponse(responseCode = "403", description = "The token names a region, and a forecast is of the country.")
    public RestResponse<byte[]> forecast(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF, example = "2027-12-31") String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        return answers.respond(new FigureQuery.OfForecast(cohort), asOf, on, AnswerFormat.JSON);
    }
}

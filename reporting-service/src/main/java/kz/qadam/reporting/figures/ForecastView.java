package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.forecast.ForecastBand;
import kz.qadam.reporting.forecast.Forecasting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The forecast of a cohort, in short. */
@Schema(name = "Forecast", description = "The forecast in short; …/forecast gives the whole one.")
public record ForecastView(
        @Schema(
                description = "forecast; insufficient-data: fewer than 24 weeks or 100 people to learn from; ended: the"
                        + " last day of the programme is over, and the numbers are what happened.",
                enumeration = {"forecast", "insufficient-data", "ended"})
        String status,

        @Schema(
                description = "By the end of these days 10, 50 and 90 of 100 simulated paths have reached the target. A"
                        + " day is null if fewer paths reach the target by the horizon. Null without a target and"
                        + " without a forecast.",
                nullable = true)
        Days reachedOn,

        @Schema(
                description =
                        "In 10, 50 and 90 of 100 simulated paths no more than these people are trained by the horizon."
                                + " Null without a forecast.",
                nullable = true)
        People atHorizon,

        @Schema(
                description =
                        "The probability of reaching the target by the horizon, 0 to 1; for the total, of reaching all"
                                + " targets. Null if reachedOn is null.",
                examples = "0.62",
                nullable = true)
        Double probability) {

    /** Days by which 10, 50 and 90 of 100 paths have reached the target. */
    @Schema(name = "ForecastDays")
    public record Days(
            @Schema(nullable = true, examples = "2029-10-12")
            LocalDate p10,

            @Schema(nullable = true, examples = "2030-05-20")
            LocalDate p50,

            @Schema(nullable = true) LocalDate p90) {

        static Days of(ForecastBand<LocalDate> band) {
            return band == null ? null : new Days(band.p10(), band.p50(), band.p90());
        }
    }

    /** Numbers of people that 10, 50 and 90 of 100 paths do not exceed. */
    @Schema(name = "ForecastPeople")
    public record People(
            @Schema(examples = "441000") long p10,
            @Schema(examples = "512000") long p50,
            @Schema(examples = "598000") long p90) {

        static People of(ForecastBand<Long> band) {
            return band == null ? null : new People(band.p10(), band.p50(), band.p90());
        }
    }

    /** @param forecast null while the programme is not known */
    static ForecastView of(Forecast forecast) {
        return forecast == null
                ? new ForecastView(Forecast.Status.INSUFFICIENT_DATA.code(), null, null, null)
                : new ForecastView(
                        forecast.status().code(),
                        Days.of(forecast.reachedOn()),
                        People.of(forecast.atHorizon()),
                        forecast.probability());
    }

    /** The whole forecast, which has an endpoint of its own. */
    @Schema(name = "CohortForecast", description = "The forecast of a cohort, and its method.")
    public record Whole(
            @JsonUnwrapped AnswerHead head,
            @Schema(examples = "pupils") String cohort,

            @Schema(description = "Null if there is none.", examples = "500000", nullable = true)
            Long target,

            @Schema(examples = "123456", nullable = true) Long trained,

            @Schema(
                    description = "The last day of the programme; null while the programme is not known.",
                    nullable = true)
            LocalDate horizon,

            @Schema(
                    description = "The method and its version; the definition page describes it.",
                    examples = Forecasting.METHOD)
            String method,

            @Schema(
                    description =
                            "The days that the forecast learned from. They begin when the first hundredth was trained;"
                                    + " the newest days, for which too many reports are still missing, are left out."
                                    + " Null without a forecast.",
                    nullable = true)
            Window window,

            @JsonUnwrapped ForecastView forecast,

            @Schema(description = "How many people are trained by the end of each future month, and by the horizon.")
            List<Point> fan) {

        static Whole of(FigureSource source, String cohort) {
            TargetComparison comparison = source.comparedWithTargets(source.counted(cohort));
            Forecast forecast = source.forecast(cohort);
            return new Whole(
                    source.headOf(cohort),
                    cohort,
                    comparison.target(),
                    comparison.counts().trained(),
                    source.programme().map(Programme::horizon).orElse(null),
                    Forecasting.METHOD,
                    Window.of(forecast),
                    ForecastView.of(forecast),
                    Point.all(forecast));
        }
    }

    /** From a day up to and including another. */
    @Schema(name = "ForecastWindow")
    public record Window(LocalDate from, LocalDate to) {

        static Window of(Forecast forecast) {
            return forecast == null || forecast.window() == null
                    ? null
                    : new Window(forecast.window().from(), forecast.window().to());
        }
    }

    /** By the end of a day. */
    @Schema(name = "ForecastPoint")
    public record Point(LocalDate on, long p10, long p50, long p90) {

        static List<Point> all(Forecast forecast) {
            return forecast == null
                    ? List.of()
                    : forecast.fan().stream().map(Point::of).toList();
        }

        private static Point of(Forecast.Point point) {
            ForecastBand<Long> trained = point.trained();
            return new Point(point.on(), trained.p10(), trained.p50(), trained.p90());
        }
    }
}

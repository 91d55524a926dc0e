package kz.qadam.reporting.figures;

import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.forecast.Forecasting;
import kz.qadam.reporting.release.ReleasedCohort;

/** The forecast of a cohort, or of the total, that was released: made from published numbers. */
final class PublishedForecast {

    private PublishedForecast() {}

    /** @throws kz.qadam.chassis.problem.Problem 404 if the release does not have the cohort */
    static ForecastView.Whole of(PublishedContext published, String code) {
        List<ReleasedCohort> cohorts = published.cohorts(code);
        Optional<Programme> programme = Optional.ofNullable(published.programme());
        var comparison = new PublishedComparison(programme, cohorts);
        Forecast forecast = forecast(published, code, cohorts);
        return new ForecastView.Whole(
                published.headOf(code),
                code,
                comparison.target(),
                comparison.trained(),
                programme.map(Programme::horizon).orElse(null),
                Forecasting.METHOD,
                ForecastView.Window.of(forecast),
                ForecastView.of(forecast),
                ForecastView.Point.all(forecast));
    }

    /** Null before the first release. */
    private static Forecast forecast(PublishedContext published, String code, List<ReleasedCohort> cohorts) {
        if (published.release() == null) {
            return null;
        }
        return code.equals(Catalogue.TOTAL)
                ? published.release().total()
                : cohorts.get(0).forecast();
    }
}

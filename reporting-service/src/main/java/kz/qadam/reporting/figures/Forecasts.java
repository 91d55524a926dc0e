package kz.qadam.reporting.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.catalogue.plan.Season;
import kz.qadam.reporting.figures.forecast.Forecast;
import kz.qadam.reporting.figures.forecast.ForecastInput;
import kz.qadam.reporting.figures.forecast.Forecasting;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Makes forecasts from what was known at a point in time, and from what was known 91 and 182 days before it. */
@ApplicationScoped
class Forecasts {

    /** How many days earlier the figures are read again, to learn the reporting delay. */
    private static final int[] EARLIER = {91, 182};

    /** The total: the cohorts as one, and each by itself with its own target. */
    private record Together(ForecastInput sum, List<ForecastInput> each) {}

    private final ZoneId zone;

    /** The newest batch before an instant of the past. It never changes, since a later batch has a later instant. */
    private final Cache<Instant, Long> newest =
            Caffeine.newBuilder().maximumSize(8).build();

    /** What was known at a batch of the past never changes, and every forecast of a day needs it. */
    private final Cache<Long, NationalTotals> past =
            Caffeine.newBuilder().maximumSize(8).build();

    /** A cohort without changes keeps its forecast. */
    private final Cache<ForecastInput, Forecast> fullForecasts =
            Caffeine.newBuilder().maximumSize(32).build();

    private final Cache<ForecastInput, Forecast> shortForecasts =
            Caffeine.newBuilder().maximumSize(32).build();

    private final Cache<Together, Forecast> totalForecasts =
            Caffeine.newBuilder().maximumSize(8).build();

    Forecasts(@ConfigProperty(name = "qadam.zone") ZoneId zone) {
        this.zone = zone;
    }

    /** Short forecasts by cohort; empty while the programme is not known. */
    Map<String, Forecast> ofEach(
            Collection<String> cohorts, Handle database, PointInTime time, NationalTotals totals, Catalogue catalogue) {
        Map<String, Forecast> forecasts = new HashMap<>();
        catalogue.programme().ifPresent(programme -> {
            var known = new Known(database, time, totals);
            cohorts.forEach(code -> forecasts.put(
                    code,
                    shortForecasts.get(known.outlook(catalogue.cohorts().get(code), programme), Forecasting::inShort)));
        });
        return forecasts;
    }

    /** The forecast of one cohort; null while the programme is not known. */
    Forecast of(String cohort, Handle database, PointInTime time, NationalTotals totals, Catalogue catalogue) {
        return catalogue
                .programme()
                .map(programme -> fullForecasts.get(
                        new Known(database, time, totals)
                                .outlook(catalogue.cohorts().get(cohort), programme),
                        Forecasting::of))
                .orElse(null);
    }

    /** The forecast of the total; null while the programme is not known. */
    Forecast together(Handle database, PointInTime time, NationalTotals totals, Catalogue catalogue) {
        return catalogue
                .programme()
                .map(programme -> {
                    var known = new Known(database, time, totals);
                    List<Cohort> targeted = catalogue.cohortsOf(Catalogue.TOTAL, time.on()).stream()
                            .map(code -> catalogue.cohorts().get(code))
                            .toList();
                    var all = new Together(
                            known.sum(targeted, programme),
                            targeted.stream()
                                    .map(cohort -> known.outlook(cohort, programme))
                                    .toList());
                    return totalForecasts.get(all, one -> Forecasting.together(one.sum(), one.each()));
                })
                .orElse(null);
    }

    /** How many people were trained on each day, as known at a point in time and earlier. */
    private final class Known {

        private final PointInTime time;
        private final LocalDate knownOn;
        private final NationalTotals now;
        private final Map<LocalDate, NationalTotals> earlier = new TreeMap<>();

        Known(Handle database, PointInTime time, NationalTotals now) {
            this.time = time;
            this.knownOn = time.asOf() == null ? time.on() : LocalDate.ofInstant(time.asOf(), zone);
            this.now = now;
            IntStream.of(EARLIER).mapToObj(knownOn::minusDays).forEach(day -> {
                long batch = newest.get(
                        day.plusDays(1).atStartOfDay(zone).toInstant(),
                        before -> NationalTotals.batchBy(database, before));
                earlier.put(
                        day,
                        batch == 0 ? NationalTotals.UNKNOWN : past.get(batch, key -> NationalTotals.at(database, key)));
            });
        }

        ForecastInput outlook(Cohort cohort, Programme programme) {
            return outlook(
                    cohort.code(),
                    cohort.targetOn(time.on()),
                    programme,
                    cohort.seasonOn(time.on()),
                    List.of(cohort.code()));
        }

        ForecastInput sum(List<Cohort> targeted, Programme programme) {
            Map<Season, Long> people = new HashMap<>();
            targeted.forEach(cohort -> people.merge(cohort.seasonOn(time.on()), cohort.targetOn(time.on()), Long::sum));
            return outlook(
                    Catalogue.TOTAL,
                    null,
                    programme,
                    Season.together(people),
                    targeted.stream().map(Cohort::code).toList());
        }

        private ForecastInput outlook(
                String about, Long target, Programme programme, Season season, List<String> cohorts) {
            return new ForecastInput(
                    about,
                    target,
                    time.on(),
                    knownOn,
                    programme.startsOn(),
                    programme.horizon(),
                    season,
                    days(now, cohorts).headMap(time.on(), true),
                    earlier.entrySet().stream()
                            .map(one -> new ForecastInput.Known(one.getKey(), days(one.getValue(), cohorts)))
                            .toList());
        }

        private static NavigableMap<LocalDate, Long> days(NationalTotals known, List<String> cohorts) {
            NavigableMap<LocalDate, Long> sum = new TreeMap<>();
            cohorts.forEach(cohort -> known.trained(cohort).forEach((day, count) -> sum.merge(day, count, Long::sum)));
            return sum;
        }
    }
}

package kz.qadam.reporting.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.catalogue.plan.Season;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.forecast.ForecastInput;
import kz.qadam.reporting.forecast.Forecasting;
import kz.qadam.reporting.forecast.SimulatedCohort;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    private final Cache<Long, DailyCounts> past =
            Caffeine.newBuilder().maximumSize(8).build();

    /** A cohort without changes keeps its forecast. */
    private final Cache<ForecastInput, Forecast> fullForecasts =
            Caffeine.newBuilder().maximumSize(32).build();

    /** The total needs them, too, so that each cohort is simulated once. */
    private final Cache<ForecastInput, SimulatedCohort> shortForecasts =
            Caffeine.newBuilder().maximumSize(32).build();

    private final Cache<Together, Forecast> fullTotals =
            Caffeine.newBuilder().maximumSize(8).build();

    private final Cache<Together, Forecast> shortTotals =
            Caffeine.newBuilder().maximumSize(8).build();

    Forecasts(@ConfigProperty(name = "qadam.zone") ZoneId zone) {
        this.zone = zone;
    }

    /** The whole forecast of one cohort, or of the total; null while the programme is not known, and for a region. */
    Forecast of(String code, KnownState known) {
        return forecast(
                code,
                known,
                all -> fullTotals.get(all, key -> Forecasting.together(key.sum(), simulated(key))),
                one -> fullForecasts.get(one, Forecasting::of));
    }

    /** The same in short. */
    Forecast inShort(String code, KnownState known) {
        return forecast(
                code,
                known,
                all -> shortTotals.get(all, key -> Forecasting.togetherInShort(key.sum(), simulated(key))),
                one -> simulated(one).forecast());
    }

    private List<SimulatedCohort> simulated(Together all) {
        return all.each().stream().map(this::simulated).toList();
    }

    private SimulatedCohort simulated(ForecastInput one) {
        return shortForecasts.get(one, Forecasting::inShort);
    }

    private Forecast forecast(
            String code,
            KnownState known,
            Function<Together, Forecast> ofTotal,
            Function<ForecastInput, Forecast> ofCohort) {
        List<Cohort> cohorts = known.cohorts(code);
        return inputs(known)
                .map(inputs -> code.equals(Catalogue.TOTAL)
                        ? ofTotal.apply(new Together(
                                inputs.sum(cohorts),
                                cohorts.stream().map(inputs::of).toList()))
                        : ofCohort.apply(inputs.of(cohorts.get(0))))
                .orElse(null);
    }

    private Optional<Inputs> inputs(KnownState known) {
        return known.isOfRegion()
                ? Optional.empty()
                : known.catalogue().programme().map(programme -> new Inputs(known, programme));
    }

    /** Reads how many people were trained on each day, as known at the point in time and earlier. */
    private final class Inputs {

        private final Programme programme;
        private final LocalDate on;
        private final LocalDate knownOn;
        private final DailyCounts now;
        private final Map<LocalDate, DailyCounts> earlier = new TreeMap<>();

        Inputs(KnownState known, Programme programme) {
            Instant asOf = known.time().asOf();
            this.programme = programme;
            this.on = known.on();
            this.knownOn = asOf == null ? on : LocalDate.ofInstant(asOf, zone);
            this.now = known.totals();
            for (int days : EARLIER) {
                LocalDate day = knownOn.minusDays(days);
                long batch = newest.get(
                        day.plusDays(1).atStartOfDay(zone).toInstant(),
                        before -> DailyCounts.batchBy(known.database(), before));
                earlier.put(
                        day,
                        batch == 0
                                ? DailyCounts.UNKNOWN
                                : past.get(batch, key -> DailyCounts.ofNation(known.database(), key)));
            }
        }

        ForecastInput of(Cohort cohort) {
            return of(cohort.code(), cohort.targetOn(on), cohort.seasonOn(on), List.of(cohort));
        }

        ForecastInput sum(List<Cohort> targeted) {
            Map<Season, Long> people = new HashMap<>();
            targeted.forEach(cohort -> people.merge(cohort.seasonOn(on), cohort.targetOn(on), Long::sum));
            return of(Catalogue.TOTAL, null, Season.together(people), targeted);
        }

        private ForecastInput of(String about, Long target, Season season, List<Cohort> cohorts) {
            return new ForecastInput(
                    about,
                    target,
                    on,
                    knownOn,
                    programme.startsOn(),
                    programme.horizon(),
                    season,
                    trained(now, cohorts).headMap(on, true),
                    earlier.entrySet().stream()
                            .map(one -> new ForecastInput.Known(one.getKey(), trained(one.getValue(), cohorts)))
                            .toList());
        }

        private static NavigableMap<LocalDate, Long> trained(DailyCounts totals, List<Cohort> cohorts) {
            NavigableMap<LocalDate, Long> sum = new TreeMap<>();
            cohorts.forEach(
                    one -> totals.trained(one.code()).forEach((day, count) -> sum.merge(day, count, Long::sum)));
            return sum;
        }
    }
}

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
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.forecast.Forecasting;
import kz.qadam.reporting.forecast.Outlook;
import kz.qadam.reporting.plan.Season;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Makes forecasts from what was known at a moment, and of what was known before it. */
@ApplicationScoped
class Forecasts {

    /** How many days earlier the figures are looked at again, to learn how late reports are. */
    private static final int[] EARLIER = {91, 182};

    /** The sum does not say what the target of each is. */
    private record Together(Outlook sum, List<Outlook> each) {}

    private final ZoneId zone;

    /** The newest batch before an instant that was past when it was asked for: a later batch has a later instant. */
    private final Cache<Instant, Long> newest =
            Caffeine.newBuilder().maximumSize(8).build();

    /** What was known at the end of a past day never changes, and is asked for all of the next day. */
    private final Cache<Long, NationalTotals> past =
            Caffeine.newBuilder().maximumSize(8).build();

    /** A cohort in which nothing has changed keeps its forecast. */
    private final Cache<Outlook, Forecast> made =
            Caffeine.newBuilder().maximumSize(32).build();

    private final Cache<Outlook, Forecast> madeInShort =
            Caffeine.newBuilder().maximumSize(32).build();

    private final Cache<Together, Forecast> madeTogether =
            Caffeine.newBuilder().maximumSize(8).build();

    Forecasts(@ConfigProperty(name = "qadam.zone") ZoneId zone) {
        this.zone = zone;
    }

    /** In short, by cohort; none while the programme is not known. */
    Map<String, Forecast> ofEach(
            Collection<String> cohorts, Handle database, PointInTime moment, NationalTotals totals, Catalogue catalogue) {
        Map<String, Forecast> forecasts = new HashMap<>();
        catalogue.programme().ifPresent(programme -> {
            var known = new Known(database, moment, totals);
            cohorts.forEach(code -> forecasts.put(
                    code,
                    madeInShort.get(known.outlook(catalogue.cohorts().get(code), programme), Forecasting::inShort)));
        });
        return forecasts;
    }

    /** Of one cohort; null while the programme is not known. */
    Forecast of(String cohort, Handle database, PointInTime moment, NationalTotals totals, Catalogue catalogue) {
        return catalogue
                .programme()
                .map(programme -> made.get(
                        new Known(database, moment, totals)
                                .outlook(catalogue.cohorts().get(cohort), programme),
                        Forecasting::of))
                .orElse(null);
    }

    /** Of the targeted cohorts together; null while the programme is not known. */
    Forecast together(Handle database, PointInTime moment, NationalTotals totals, Catalogue catalogue) {
        return catalogue
                .programme()
                .map(programme -> {
                    var known = new Known(database, moment, totals);
                    List<Cohort> targeted = catalogue.cohortsOf(Catalogue.TOTAL, moment.on()).stream()
                            .map(code -> catalogue.cohorts().get(code))
                            .toList();
                    var all = new Together(
                            known.sum(targeted, programme),
                            targeted.stream()
                                    .map(cohort -> known.outlook(cohort, programme))
                                    .toList());
                    return madeTogether.get(all, one -> Forecasting.together(one.sum(), one.each()));
                })
                .orElse(null);
    }

    /** The days on which people were trained, as known at a moment and earlier. */
    private final class Known {

        private final PointInTime moment;
        private final LocalDate knownOn;
        private final NationalTotals now;
        private final Map<LocalDate, NationalTotals> earlier = new TreeMap<>();

        Known(Handle database, PointInTime moment, NationalTotals now) {
            this.moment = moment;
            this.knownOn = moment.asOf() == null ? moment.on() : LocalDate.ofInstant(moment.asOf(), zone);
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

        Outlook outlook(Cohort cohort, Programme programme) {
            return outlook(
                    cohort.code(),
                    cohort.targetOn(moment.on()),
                    programme,
                    cohort.seasonOn(moment.on()),
                    List.of(cohort.code()));
        }

        Outlook sum(List<Cohort> targeted, Programme programme) {
            Map<Season, Long> people = new HashMap<>();
            targeted.forEach(
                    cohort -> people.merge(cohort.seasonOn(moment.on()), cohort.targetOn(moment.on()), Long::sum));
            return outlook(
                    Catalogue.TOTAL,
                    null,
                    programme,
                    Season.together(people),
                    targeted.stream().map(Cohort::code).toList());
        }

        private Outlook outlook(String about, Long target, Programme programme, Season season, List<String> cohorts) {
            return new Outlook(
                    about,
                    target,
                    moment.on(),
                    knownOn,
                    programme.startsOn(),
                    programme.horizon(),
                    season,
                    days(now, cohorts).headMap(moment.on(), true),
                    earlier.entrySet().stream()
                            .map(one -> new Outlook.Known(one.getKey(), days(one.getValue(), cohorts)))
                            .toList());
        }

        private static NavigableMap<LocalDate, Long> days(NationalTotals known, List<String> cohorts) {
            NavigableMap<LocalDate, Long> sum = new TreeMap<>();
            cohorts.forEach(cohort -> known.trained(cohort).forEach((day, count) -> sum.merge(day, count, Long::sum)));
            return sum;
        }
    }
}

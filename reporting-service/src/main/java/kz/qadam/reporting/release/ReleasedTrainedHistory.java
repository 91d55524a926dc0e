package kz.qadam.reporting.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.MacroRegion;

/**
 * The published numbers of trained people over time, as they were released: of the country, and of each place at month
 * ends. Nothing is restated.
 */
public final class ReleasedTrainedHistory {

    /** No release. */
    public static final ReleasedTrainedHistory NONE = new ReleasedTrainedHistory(new TreeMap<>());

    /**
     * A released number.
     *
     * @param on the day that it is of
     * @param trained null if there are too few people to publish
     */
    public record Released(LocalDate on, Long trained) {}

    /**
     * The numbers of one release, or of a month end before the first one.
     *
     * @param regions by cohort; a place that is not published is absent
     * @param places those in force, by cohort; empty if an earlier rule decided, which had regions only
     */
    private record Entry(
            boolean isRelease,
            LocalDate on,
            Map<String, Released> country,
            LocalDate monthEnd,
            Map<String, Map<String, Long>> regions,
            Map<String, Places> places) {}

    /** By {@code through}; of releases of the same day with the same numbers only the first. */
    private final NavigableMap<Instant, Entry> entries;

    /** The last entry of each day, and of each month end. */
    private final NavigableMap<LocalDate, Entry> byDay = new TreeMap<>();

    private final NavigableMap<LocalDate, Entry> byMonthEnd = new TreeMap<>();

    private ReleasedTrainedHistory(NavigableMap<Instant, Entry> entries) {
        this.entries = entries;
        for (Entry entry : entries.values()) {
            byDay.put(entry.on(), entry);
            byMonthEnd.put(entry.monthEnd(), entry);
        }
    }

    /** The history of some releases. */
    public static ReleasedTrainedHistory of(Collection<Release> releases) {
        return NONE.with(releases);
    }

    /** This history and some later releases. */
    public ReleasedTrainedHistory with(Collection<Release> later) {
        NavigableMap<Instant, Entry> all = new TreeMap<>(entries);
        for (Release release : later) {
            addAll(all, release.before(), release.rule());
            add(all, release.through(), entry(release));
        }
        return new ReleasedTrainedHistory(all);
    }

    /** This history after some month ends. */
    public ReleasedTrainedHistory after(Collection<PastMonthEndCounts> before) {
        NavigableMap<Instant, Entry> all = new TreeMap<>(entries);
        addAll(all, before, DisclosureRule.VERSION);
        return new ReleasedTrainedHistory(all);
    }

    private static void addAll(NavigableMap<Instant, Entry> all, Collection<PastMonthEndCounts> before, int rule) {
        before.forEach(past -> add(all, endOf(past.on()), entry(past, rule)));
    }

    /** What was released by an instant. */
    public ReleasedTrainedHistory until(Instant through) {
        return new ReleasedTrainedHistory(entries.headMap(through, true));
    }

    /** The zone does not matter, since only the order does, and every release is later than these. */
    private static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private static void add(NavigableMap<Instant, Entry> all, Instant through, Entry entry) {
        Map.Entry<Instant, Entry> before = all.lowerEntry(through);
        if (before == null || !before.getValue().equals(entry)) {
            all.put(through, entry);
        }
    }

    private static Entry entry(PastMonthEndCounts past, int rule) {
        Map<String, Released> country = new HashMap<>();
        Map<String, Map<String, Long>> regions = new HashMap<>();
        Map<String, Places> places = new HashMap<>();
        past.cohorts().forEach(cohort -> {
            if (hasPlaces(rule)) {
                places.put(cohort.cohort(), cohort.places());
            }
            country.put(cohort.cohort(), new Released(past.on(), cohort.trained()));
            regions.put(
                    cohort.cohort(),
                    cohort.regions().stream()
                            .collect(Collectors.toMap(
                                    PastMonthEndCounts.OfRegion::region, PastMonthEndCounts.OfRegion::trained)));
        });
        return new Entry(false, past.on(), country, past.on(), regions, places);
    }

    private static Entry entry(Release release) {
        Map<String, Released> country = new HashMap<>();
        release.cohorts()
                .forEach(cohort -> country.put(
                        cohort.code(), new Released(cohort.on(), cohort.counts().trained())));
        Map<String, Map<String, Long>> regions = new HashMap<>();
        Map<String, Places> places = new HashMap<>();
        release.monthEnd().cohorts().forEach(cohort -> {
            if (hasPlaces(release.rule())) {
                places.put(cohort.cohort(), cohort.places());
            }
            Map<String, Long> trained = new HashMap<>();
            cohort.regions()
                    .forEach(region -> putIfPublished(
                            trained, region.key(), region.counts().trained()));
            regions.put(cohort.cohort(), trained);
        });
        return new Entry(true, release.on(), country, release.monthEnd().on(), regions, places);
    }

    /** Earlier rules published regions always, which says nothing about a macro-region. */
    private static boolean hasPlaces(int rule) {
        return rule >= DisclosureRule.VERSION;
    }

    /** The day of the first release; null without one. Month ends before it have numbers, but no release. */
    public LocalDate firstDay() {
        return entries.values().stream()
                .filter(Entry::isRelease)
                .map(Entry::on)
                .findFirst()
                .orElse(null);
    }

    private static void putIfPublished(Map<String, Long> counts, String key, Long count) {
        if (count != null) {
            counts.put(key, count);
        }
    }

    /** The number of a cohort in the country that was released last in a period; empty if there was none. */
    public Optional<Released> country(String cohort, LocalDate from, LocalDate to) {
        return last(byDay, from, to).map(entry -> entry.country().get(cohort));
    }

    /**
     * The same for a place, of the last month end in the period. A macro-region that is divided has the sum of its published
     * regions.
     */
    public Optional<Released> region(String cohort, String place, LocalDate from, LocalDate to) {
        return last(byMonthEnd, from, to)
                .filter(entry -> entry.regions().containsKey(cohort))
                .map(entry -> new Released(
                        entry.monthEnd(), trained(place, entry.regions().get(cohort))));
    }

    private static Long trained(String place, Map<String, Long> published) {
        return published.containsKey(place)
                ? published.get(place)
                : MacroRegion.find(place).map(MacroRegion::regions).orElse(List.of()).stream()
                        .map(published::get)
                        .filter(Objects::nonNull)
                        .reduce(Long::sum)
                        .orElse(null);
    }

    /** The places of a cohort that are in force now. A macro-region that was divided once stays divided. */
    Places places(String cohort) {
        return Places.divided(entries.values().stream()
                .flatMap(entry -> Stream.ofNullable(entry.places().get(cohort)))
                .flatMap(places -> places.divided().stream())
                .toList());
    }

    private static Optional<Entry> last(NavigableMap<LocalDate, Entry> entries, LocalDate from, LocalDate to) {
        return Optional.ofNullable(entries.floorEntry(to))
                .filter(last -> !last.getKey().isBefore(from))
                .map(Map.Entry::getValue);
    }

    /** The published numbers of a cohort in the country by the day that they are of; days without one are left out. */
    public NavigableMap<LocalDate, Long> country(String cohort) {
        NavigableMap<LocalDate, Long> numbers = new TreeMap<>();
        byDay.values().stream()
                .map(entry -> entry.country().get(cohort))
                .filter(number -> number != null && number.trained() != null)
                .forEach(number -> numbers.put(number.on(), number.trained()));
        return numbers;
    }
}

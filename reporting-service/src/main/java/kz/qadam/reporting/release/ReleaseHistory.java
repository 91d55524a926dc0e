package kz.qadam.reporting.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The published numbers of trained people over time, as they were released: of the country, and of each region at month
 * ends. Nothing is restated.
 */
public final class ReleaseHistory {

    /** No release. */
    public static final ReleaseHistory NONE = new ReleaseHistory(new TreeMap<>());

    /** The numbers of one release, or of a month end before the first one. A number that is not published is absent. */
    private record Entry(
            boolean isRelease,
            LocalDate on,
            Map<String, Long> country,
            LocalDate monthEnd,
            Map<String, Map<String, Long>> regions) {}

    /** By {@code through}; of releases of the same day with the same numbers only the first. */
    private final NavigableMap<Instant, Entry> entries;

    private ReleaseHistory(NavigableMap<Instant, Entry> entries) {
        this.entries = entries;
    }

    /** The history of some releases. */
    public static ReleaseHistory of(Collection<Release> releases) {
        return NONE.with(releases);
    }

    /** This history and some later releases. */
    public ReleaseHistory with(Collection<Release> later) {
        NavigableMap<Instant, Entry> all = new TreeMap<>(entries);
        for (Release release : later) {
            addAll(all, release.before());
            add(all, release.through(), entry(release));
        }
        return new ReleaseHistory(all);
    }

    /** This history after some month ends. */
    ReleaseHistory after(Collection<PastMonthEnd> before) {
        NavigableMap<Instant, Entry> all = new TreeMap<>(entries);
        addAll(all, before);
        return new ReleaseHistory(all);
    }

    private static void addAll(NavigableMap<Instant, Entry> all, Collection<PastMonthEnd> before) {
        before.forEach(past -> add(all, endOf(past.on()), entry(past)));
    }

    /** What was released by an instant. */
    public ReleaseHistory until(Instant through) {
        return new ReleaseHistory(entries.headMap(through, true));
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

    private static Entry entry(PastMonthEnd past) {
        Map<String, Long> country = new HashMap<>();
        Map<String, Map<String, Long>> regions = new HashMap<>();
        past.cohorts().forEach(cohort -> {
            putIfPublished(country, cohort.cohort(), cohort.trained());
            regions.put(
                    cohort.cohort(),
                    cohort.regions().stream()
                            .collect(Collectors.toMap(PastMonthEnd.OfRegion::region, PastMonthEnd.OfRegion::trained)));
        });
        return new Entry(false, past.on(), country, past.on(), regions);
    }

    private static Entry entry(Release release) {
        Map<String, Long> country = new HashMap<>();
        release.cohorts()
                .forEach(cohort ->
                        putIfPublished(country, cohort.code(), cohort.counts().trained()));
        Map<String, Map<String, Long>> regions = new HashMap<>();
        release.monthEnd().cohorts().forEach(cohort -> {
            Map<String, Long> trained = new HashMap<>();
            cohort.regions()
                    .forEach(region -> putIfPublished(
                            trained, region.key(), region.counts().trained()));
            regions.put(cohort.cohort(), trained);
        });
        return new Entry(true, release.on(), country, release.monthEnd().on(), regions);
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

    /**
     * The trained people of a cohort in the country, as released last in a period; null if there was no release, or too
     * few people to publish.
     */
    public Long country(String cohort, LocalDate from, LocalDate to) {
        Long last = null;
        for (Entry entry : entries.values()) {
            if (!entry.on().isBefore(from) && !entry.on().isAfter(to)) {
                last = entry.country().get(cohort);
            }
        }
        return last;
    }

    /** The same for a region, by the month ends in the period. */
    public Long region(String cohort, String region, LocalDate from, LocalDate to) {
        Long last = null;
        for (Entry entry : entries.values()) {
            if (!entry.monthEnd().isBefore(from) && !entry.monthEnd().isAfter(to)) {
                last = entry.regions().getOrDefault(cohort, Map.of()).get(region);
            }
        }
        return last;
    }

    /** The published numbers of a cohort in the country by day; days without a number are left out. */
    public NavigableMap<LocalDate, Long> country(String cohort) {
        NavigableMap<LocalDate, Long> byDay = new TreeMap<>();
        for (Entry entry : entries.values()) {
            Long trained = entry.country().get(cohort);
            if (trained == null) {
                byDay.remove(entry.on());
            } else {
                byDay.put(entry.on(), trained);
            }
        }
        return byDay;
    }
}

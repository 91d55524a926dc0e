package kz.qadam.reporting.release;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.Programme;

/**
 * A series of daily releases of a programme from 2026 to 2030, opened on some day. Everybody who is enrolled is trained too.
 */
public final class ReleaseFixture {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final LocalDate STARTS_ON = LocalDate.parse("2026-01-01");
    private static final Programme PROGRAMME =
            new Programme("ai-skills", 1, STARTS_ON, LocalDate.parse("2030-12-31"), List.of(), ALMATY.getId());

    private final SortedMap<String, Cohort> cohorts = new TreeMap<>();
    /** By cohort, region and institution. */
    private final Map<String, Map<String, Map<String, Long>>> people = new LinkedHashMap<>();

    private final List<Release> releases = new ArrayList<>();
    private final ReleaseSeries series;

    private ReleaseFixture(LocalDate openedOn) {
        this.series = new ReleaseSeries(
                ReleaseRhythm.DAILY,
                STARTS_ON,
                openedOn.atTime(12, 0).atZone(ALMATY).toInstant(),
                ALMATY);
    }

    public static ReleaseFixture openedOn(String day) {
        return new ReleaseFixture(LocalDate.parse(day));
    }

    /** A cohort, with a target from the first day on; null: none. */
    public ReleaseFixture cohort(String code, Long target) {
        cohorts.put(
                code,
                new Cohort(
                        code,
                        new LocalizedName("К " + code, "Г " + code, "Cohort " + code),
                        1,
                        List.of(new Cohort.Version(
                                1, STARTS_ON, target, new Cohort.Requirement(null, 1L, null), Optional.empty(), null)),
                        null));
        return this;
    }

    /** From now on so many people are trained at an institution of a region. */
    public ReleaseFixture trained(String cohort, String region, String institution, long count) {
        people.computeIfAbsent(cohort, key -> new TreeMap<>())
                .computeIfAbsent(region, key -> new TreeMap<>())
                .put(institution, count);
        return this;
    }

    /** The same at each of some institutions. */
    public ReleaseFixture trainedAtEach(String cohort, String region, int institutions, long count) {
        for (int i = 0; i < institutions; i++) {
            trained(cohort, region, region + "-school-" + i, count);
        }
        return this;
    }

    /** Makes the release of a day. */
    public ReleaseFixture release(String day) {
        LocalDate on = LocalDate.parse(day);
        ReleaseDate date = series.date(on.toEpochDay() - STARTS_ON.toEpochDay() + 1);
        var making = new ReleaseCalculation(catalogue(), ReleasedTrainedHistory.of(releases));
        Release last = releases.isEmpty() ? null : releases.get(releases.size() - 1);
        if (last == null || !last.monthEnd().on().equals(date.monthEnd())) {
            MonthEndTables monthEnd = making.monthEnd(state(date, date.monthEnd()));
            releases.add(making.ofMonthEnd(date, ReleaseRhythm.DAILY, monthEnd, Set.of(), List.of()));
        } else {
            releases.add(
                    date.isWeekEnd()
                            ? making.ofWeekEnd(date, state(date, on), last, Set.of())
                            : making.withoutNewNumbers(date, last, Set.of()));
        }
        return this;
    }

    private Catalogue catalogue() {
        return new Catalogue(Optional.of(PROGRAMME), cohorts, new TreeMap<>(), Map.of());
    }

    private ExactState state(ReleaseDate date, LocalDate on) {
        SortedMap<String, ExactCohort> exact = new TreeMap<>();
        people.forEach((cohort, regions) -> exact.put(cohort, exact(regions)));
        return new ExactState(
                date.through(),
                on,
                exact,
                some -> some.stream()
                        .mapToLong(one -> exact.get(one.cohort())
                                .place(one.region())
                                .people()
                                .people()
                                .trained())
                        .sum(),
                Map.of("AI-101", new LocalizedName("К", "К", "Course")),
                new ReleasedCoverage.Row(null, 7, 4L, 0L, 3L, 0L),
                List.of(new ReleasedCoverage.Row("KZ-75", 16, 4L, 3L, 5L, 4L)));
    }

    private static ExactCohort exact(Map<String, Map<String, Long>> regions) {
        SortedMap<String, ExactPlaceCounts> exact = new TreeMap<>();
        regions.forEach((region, institutions) -> {
            Map<String, FunnelCounts> alone = new TreeMap<>();
            institutions.forEach((institution, count) -> alone.put(institution, new FunnelCounts(count, count, count)));
            ExactPeople people =
                    new ExactPeople(alone.values().stream().reduce(FunnelCounts.NONE, FunnelCounts::plus), alone);
            exact.put(
                    region,
                    new ExactPlaceCounts(
                            people, new TreeMap<>(Map.of("AI-101", people)), new TreeMap<>(Map.of("ai", people))));
        });
        return new ExactCohort(exact);
    }

    /** What the public sees: the newest release. */
    public PublishedState published() {
        if (releases.isEmpty()) {
            return PublishedState.NOT_OPENED;
        }
        Release newest = releases.get(releases.size() - 1);
        return new PublishedState(newest, ReleasedTrainedHistory.of(releases), true, newest.nextRelease());
    }
}

package kz.qadam.reporting.page;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.MacroRegion;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.figures.PublishedContext;
import kz.qadam.reporting.release.ExactCohort;
import kz.qadam.reporting.release.ExactPeople;
import kz.qadam.reporting.release.ExactPlaceCounts;
import kz.qadam.reporting.release.ExactState;
import kz.qadam.reporting.release.FunnelCounts;
import kz.qadam.reporting.release.MonthEndTables;
import kz.qadam.reporting.release.PastMonthEndCounts;
import kz.qadam.reporting.release.PublishedState;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseCalculation;
import kz.qadam.reporting.release.ReleaseDate;
import kz.qadam.reporting.release.ReleaseRhythm;
import kz.qadam.reporting.release.ReleaseSeries;
import kz.qadam.reporting.release.ReleasedCoverage;
import kz.qadam.reporting.release.ReleasedTrainedHistory;

/**
 * Makes the releases of a programme that began in January 2026: a large cohort, {@code pupils}, and a small one, {@code
 * teachers}, whose people are trained evenly since then. The public series is opened on 15 October 2026.
 */
final class PublishedFixture {

    static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    static final LocalDate OPENED_ON = LocalDate.parse("2026-10-15");

    private static final LocalDate STARTS_ON = LocalDate.parse("2026-01-01");
    private static final LocalDate HORIZON = LocalDate.parse("2030-12-31");
    private static final String DEFINITION = "https://qadam.kz/definitions/7";
    private static final int INSTITUTIONS = 4;
    private static final long DAYS = 300;

    private final ReleaseRhythm rhythm;
    private final ReleaseSeries series;
    private final Map<String, Long> people = new HashMap<>();
    private final SortedMap<String, Cohort> cohorts = new TreeMap<>();
    private final List<String> regions = RegionTile.ALL.keySet().stream()
            .filter(place -> MacroRegion.find(place).isEmpty())
            .collect(Collectors.toCollection(ArrayList::new));
    private final List<Release> releases = new ArrayList<>();
    private ReleasedCoverage.Row coverage = new ReleasedCoverage.Row(null, 80, 60L, 5L, 10L, 5L);

    private PublishedFixture(ReleaseRhythm rhythm, LocalDate openedOn) {
        this.rhythm = rhythm;
        this.series = new ReleaseSeries(
                rhythm, STARTS_ON, openedOn.atTime(12, 0).atZone(ALMATY).toInstant(), ALMATY);
    }

    static PublishedFixture opened() {
        return new PublishedFixture(ReleaseRhythm.DAILY, OPENED_ON);
    }

    static PublishedFixture trial() {
        return new PublishedFixture(ReleaseRhythm.EACH_MINUTE, OPENED_ON);
    }

    static PublishedContext notOpened() {
        return new PublishedContext(PublishedState.NOT_OPENED, DEFINITION);
    }

    static PublishedContext openedUntilFirstRelease(String first) {
        return new PublishedContext(
                new PublishedState(null, ReleasedTrainedHistory.NONE, true, Instant.parse(first)), DEFINITION);
    }

    /** Pupils in every region, and teachers in some. */
    PublishedFixture full() {
        return cohort("pupils", new LocalizedName("Оқушылар", "Школьники", "Pupils"), 500_000L, 600)
                .cohort("students", new LocalizedName("Студенттер", "Студенты", "Students"), 80_000L, 120)
                .cohort("teachers", new LocalizedName("Мұғалімдер", "Учителя", "Teachers"), 2_000L, 2)
                .cohort("others", new LocalizedName("Басқалар", "Другие", "Others"), null, 1);
    }

    /** A few teachers in one region. */
    PublishedFixture nearlyEmpty() {
        coverage = new ReleasedCoverage.Row(null, 7, 1L, 0L, 2L, 4L);
        regions.retainAll(List.of("KZ-75"));
        return cohort("pupils", new LocalizedName("Оқушылар", "Школьники", "Pupils"), 500_000L, 0)
                .cohort("teachers", new LocalizedName("Мұғалімдер", "Учителя", "Teachers"), 2_000L, 50);
    }

    /**
     * A cohort.
     *
     * @param target null: none
     * @param count how many people are trained in 300 days in the first region; in each other one as many more than in the one
     *     before
     */
    PublishedFixture cohort(String code, LocalizedName names, Long target, long count) {
        var requirement = new Cohort.Requirement(null, 1L, null);
        cohorts.put(
                code,
                new Cohort(
                        code,
                        names,
                        1,
                        List.of(new Cohort.Version(1, STARTS_ON, target, requirement, Optional.empty(), null)),
                        null));
        people.put(code, count);
        return this;
    }

    /** From now on nobody in the region is counted. */
    PublishedFixture without(String region) {
        regions.remove(region);
        return this;
    }

    /** Makes the release of a day; in a trial, of its last minute. */
    PublishedFixture release(String day) {
        LocalDate on = LocalDate.parse(day);
        ReleaseDate date = series.newest(on.plusDays(1).atStartOfDay(ALMATY).toInstant());
        if (!date.on().equals(on)) {
            throw new IllegalArgumentException(date + " is not of " + on);
        }
        List<PastMonthEndCounts> before = releases.isEmpty() ? before(date) : List.of();
        var making = new ReleaseCalculation(
                catalogue(), ReleasedTrainedHistory.of(releases).after(before));
        Release last = releases.isEmpty() ? null : releases.get(releases.size() - 1);
        if (last == null || date.isMonthEnd()) {
            MonthEndTables monthEnd = making.monthEnd(exact(date.through(), date.monthEnd()));
            releases.add(making.ofMonthEnd(date, rhythm, monthEnd, Set.of(), before));
        } else {
            releases.add(
                    date.isWeekEnd()
                            ? making.ofWeekEnd(date, exact(date.through(), on), last, Set.of())
                            : making.withoutNewNumbers(date, last, Set.of()));
        }
        return this;
    }

    private List<PastMonthEndCounts> before(ReleaseDate date) {
        return new ReleaseCalculation(catalogue(), ReleasedTrainedHistory.NONE)
                .pastMonthEnds(series.monthEndsBefore(date).stream().map(end -> exact(date.through(), end)));
    }

    /** A release at the end of each month from the first release on, of the last Sunday, and of the day. */
    PublishedFixture releasedUntil(String day) {
        release(OPENED_ON.toString());
        LocalDate until = LocalDate.parse(day);
        LocalDate last = OPENED_ON;
        for (var month = YearMonth.from(OPENED_ON); month.atEndOfMonth().isBefore(until); month = month.plusMonths(1)) {
            last = month.atEndOfMonth();
            release(last.toString());
        }
        LocalDate sunday = until.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
        if (sunday.isAfter(last)) {
            release(sunday.toString());
        }
        return release(day);
    }

    private Catalogue catalogue() {
        var programme = new Programme("ai-skills", 1, STARTS_ON, HORIZON, List.of(), ALMATY.getId());
        return new Catalogue(Optional.of(programme), cohorts, new TreeMap<>(), Map.of());
    }

    private ExactState exact(Instant through, LocalDate on) {
        SortedMap<String, ExactCohort> exact = new TreeMap<>();
        cohorts.keySet().forEach(cohort -> exact.put(cohort, exact(cohort, on)));
        return new ExactState(
                through,
                on,
                exact,
                some -> some.stream()
                        .mapToLong(one -> exact.get(one.cohort())
                                .places()
                                .get(one.region())
                                .people()
                                .people()
                                .trained())
                        .sum(),
                Map.of(),
                coverage,
                regions.stream().map(PublishedFixture::reporting).toList());
    }

    /** In one region the numbers are too low to publish. */
    private static ReleasedCoverage.Row reporting(String region) {
        return region.equals("KZ-10")
                ? new ReleasedCoverage.Row(region, 4, 3L, 0L, 1L, 0L)
                : new ReleasedCoverage.Row(region, 16, 6L, 3L, 4L, 3L);
    }

    private ExactCohort exact(String cohort, LocalDate on) {
        SortedMap<String, ExactPlaceCounts> places = new TreeMap<>();
        for (int i = 0; i < regions.size(); i++) {
            ExactPeople people = people(regions.get(i), trained(cohort, i, on));
            places.put(regions.get(i), new ExactPlaceCounts(people, new TreeMap<>(), new TreeMap<>()));
        }
        return new ExactCohort(places);
    }

    /** Later regions have more people than earlier ones. */
    private long trained(String cohort, int region, LocalDate on) {
        long days = ChronoUnit.DAYS.between(STARTS_ON, on) + 1;
        return people.get(cohort) * (region + 1) * days / DAYS;
    }

    private static ExactPeople people(String region, long trained) {
        Map<String, FunnelCounts> alone = new HashMap<>();
        for (int i = 0; i < INSTITUTIONS; i++) {
            long here = (trained + i) / INSTITUTIONS;
            alone.put(region + "-school-" + i, new FunnelCounts(2 * here, here + here / 4, here));
        }
        return new ExactPeople(alone.values().stream().reduce(FunnelCounts.NONE, FunnelCounts::plus), alone);
    }

    /** What the public sees now. */
    PublishedContext newest() {
        return published(releases.get(releases.size() - 1));
    }

    /** What the public sees if it asks for a day that has a release. */
    PublishedContext on(String day) {
        return published(releases.stream()
                .filter(release -> release.on().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow());
    }

    private PublishedContext published(Release release) {
        ReleasedTrainedHistory until = ReleasedTrainedHistory.of(releases).until(release.through());
        return new PublishedContext(new PublishedState(release, until, true, release.nextRelease()), DEFINITION);
    }

    /** The days that the page offers. */
    SelectableDays.Releases days() {
        PublishedContext newest = newest();
        return new SelectableDays.Releases(
                newest.state().history().firstDay(), newest.release().on());
    }
}

package kz.qadam.reporting.release.attack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.release.ExactCohort;
import kz.qadam.reporting.release.ExactState;
import kz.qadam.reporting.release.PastMonthEndCounts;
import kz.qadam.reporting.release.Population;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseCalculation;
import kz.qadam.reporting.release.ReleaseDate;
import kz.qadam.reporting.release.ReleaseRhythm;
import kz.qadam.reporting.release.ReleaseSeries;
import kz.qadam.reporting.release.ReleasedCoverage;
import kz.qadam.reporting.release.ReleasedTrainedHistory;

/** Makes the releases of a pilot: of each month end, and of the middle of each month, as if a week ended there. */
final class PilotReleases {

    static final LocalDate STARTS_ON = LocalDate.of(2026, 1, 1);

    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
    private static final LocalizedName NAMES = new LocalizedName("kk", "ru", "en");

    /** The half month of the first release: the series is opened in the third month. */
    static final int FIRST = 6;

    private static final ReleaseSeries SERIES = new ReleaseSeries(
            ReleaseRhythm.DAILY, STARTS_ON, monthEnd(FIRST).atStartOfDay(ZONE).toInstant(), ZONE);

    private final Pilot pilot;

    PilotReleases(Pilot pilot) {
        this.pilot = pilot;
    }

    /** The last day of the month of a half month. */
    private static LocalDate monthEnd(int halfMonth) {
        return STARTS_ON.plusMonths((halfMonth + 1) / 2).minusDays(1);
    }

    private static LocalDate day(int halfMonth) {
        return halfMonth % 2 == 0 ? monthEnd(halfMonth) : monthEnd(halfMonth).withDayOfMonth(15);
    }

    /** The people of a cohort, by what is known at one time to have happened by another. */
    KnownCohort exact(PilotCohort cohort, int known, int on) {
        return KnownCohort.of(pilot.people(cohort, known, on));
    }

    private static String area(String course) {
        return course.equals("BD-201") ? "big-data" : "ai";
    }

    /** All releases, in order. */
    List<Release> all() {
        List<PastMonthEndCounts> before = new ReleaseCalculation(catalogue(), ReleasedTrainedHistory.NONE)
                .pastMonthEnds(IntStream.iterate(2, halfMonth -> halfMonth < FIRST, halfMonth -> halfMonth + 2)
                        .mapToObj(halfMonth -> state(FIRST, halfMonth)));
        List<Release> releases = new ArrayList<>();
        for (int halfMonth = FIRST; halfMonth <= Pilot.END; halfMonth++) {
            ReleaseDate date = SERIES.date(STARTS_ON.until(day(halfMonth), ChronoUnit.DAYS) + 1);
            ReleasedTrainedHistory history =
                    ReleasedTrainedHistory.of(releases).after(releases.isEmpty() ? before : List.of());
            ReleaseCalculation next = new ReleaseCalculation(catalogue(), history);
            ExactState exact = state(halfMonth, halfMonth);
            releases.add(
                    date.isMonthEnd()
                            ? next.ofMonthEnd(
                                    date,
                                    SERIES.rhythm(),
                                    next.monthEnd(exact),
                                    Set.of(),
                                    releases.isEmpty() ? before : List.of())
                            : next.ofWeekEnd(date, exact, releases.get(releases.size() - 1), Set.of()));
        }
        return releases;
    }

    private ExactState state(int known, int on) {
        SortedMap<String, ExactCohort> cohorts = new TreeMap<>();
        for (PilotCohort cohort : PilotCohort.values()) {
            cohorts.put(cohort.code(), new Population(pilot.people(cohort, known, on), PilotReleases::area).cohort());
        }
        Instant through =
                SERIES.date(STARTS_ON.until(day(on), ChronoUnit.DAYS) + 1).through();
        return new ExactState(
                through,
                day(on),
                cohorts,
                some -> some.stream()
                        .mapToLong(one -> cohorts.get(one.cohort())
                                .places()
                                .get(one.region())
                                .people()
                                .people()
                                .trained())
                        .sum(),
                Map.of(),
                new ReleasedCoverage.Row(null, 0, 0L, 0L, 0L, 0L),
                List.of());
    }

    private static Catalogue catalogue() {
        SortedMap<String, Cohort> cohorts = new TreeMap<>();
        for (PilotCohort cohort : PilotCohort.values()) {
            Cohort.Version version = new Cohort.Version(
                    1,
                    STARTS_ON,
                    cohort.target(),
                    new Cohort.Requirement(null, (long) cohort.coursesNeeded(), null),
                    Optional.empty(),
                    null);
            cohorts.put(cohort.code(), new Cohort(cohort.code(), NAMES, 1, List.of(version), null));
        }
        Programme programme =
                new Programme("ai-skills", 1, STARTS_ON, LocalDate.of(2030, 12, 31), List.of(), ZONE.getId());
        return new Catalogue(Optional.of(programme), cohorts, new TreeMap<>(), Map.of());
    }
}

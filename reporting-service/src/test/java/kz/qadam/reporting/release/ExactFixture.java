package kz.qadam.reporting.release;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.Programme;

/** The people of some cohorts, and what is made of them. */
final class ExactFixture {

    static final LocalDate STARTS_ON = LocalDate.parse("2026-01-01");

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final LocalizedName NAMES = new LocalizedName("kk", "ru", "en");
    private static final ReleaseSeries SERIES = new ReleaseSeries(
            ReleaseRhythm.DAILY, STARTS_ON, STARTS_ON.atStartOfDay(ALMATY).toInstant(), ALMATY);

    private final SortedMap<String, Cohort> cohorts = new TreeMap<>();
    private final Map<String, List<Person>> people = new HashMap<>();
    private Set<String> because = Set.of();
    private UnaryOperator<String> owners = institution -> institution;

    /** @param target null: none */
    ExactFixture cohort(String code, Long target) {
        Cohort.Version version = new Cohort.Version(
                1, STARTS_ON, target, new Cohort.Requirement(null, 1L, null), Optional.empty(), null);
        cohorts.put(code, new Cohort(code, NAMES, 1, List.of(version), null));
        return this;
    }

    /** More people. */
    ExactFixture people(String cohort, Collection<Person> more) {
        people.computeIfAbsent(cohort, any -> new ArrayList<>()).addAll(more);
        return this;
    }

    ExactFixture nobody(String cohort) {
        people.remove(cohort);
        return this;
    }

    /** Gives each institution an owner. */
    ExactFixture owners(UnaryOperator<String> ownerOfInstitution) {
        owners = ownerOfInstitution;
        return this;
    }

    ExactFixture because(String... reasons) {
        because = Set.of(reasons);
        return this;
    }

    MonthEndTables monthEnd(String day) {
        return monthEnd(day, ReleasedTrainedHistory.NONE);
    }

    MonthEndTables monthEnd(String day, ReleasedTrainedHistory history) {
        return making(history).monthEnd(state(day));
    }

    PastMonthEndCounts pastMonthEnd(String day) {
        return making(ReleasedTrainedHistory.NONE)
                .pastMonthEnds(Stream.of(state(day)))
                .get(0);
    }

    /** A release with the tables of a month end. */
    Release release(String day, MonthEndTables monthEnd, List<PastMonthEndCounts> before) {
        return release(day, monthEnd, before, ReleasedTrainedHistory.NONE);
    }

    Release release(
            String day, MonthEndTables monthEnd, List<PastMonthEndCounts> before, ReleasedTrainedHistory history) {
        return making(history.after(before)).ofMonthEnd(date(day), ReleaseRhythm.DAILY, monthEnd, because, before);
    }

    /** The release of the end of a week. */
    Release ofWeekEnd(String day, Release last) {
        return making(ReleasedTrainedHistory.of(List.of(last))).ofWeekEnd(date(day), state(day), last, because);
    }

    /** The release of another day. */
    Release withoutNewNumbers(String day, Release last) {
        return making(ReleasedTrainedHistory.of(List.of(last))).withoutNewNumbers(date(day), last, because);
    }

    private ReleaseCalculation making(ReleasedTrainedHistory history) {
        Programme programme =
                new Programme("ai-skills", 1, STARTS_ON, LocalDate.parse("2030-12-31"), List.of(), ALMATY.getId());
        return new ReleaseCalculation(
                new Catalogue(Optional.of(programme), new TreeMap<>(cohorts), new TreeMap<>(), Map.of()), history);
    }

    private static ReleaseDate date(String day) {
        return SERIES.date(LocalDate.parse(day).toEpochDay() - STARTS_ON.toEpochDay() + 1);
    }

    private ExactState state(String day) {
        SortedMap<String, ExactCohort> exact = new TreeMap<>();
        people.forEach((cohort, some) -> exact.put(cohort, new Population(some, course -> "ai", owners).cohort()));
        return new ExactState(
                date(day).through(),
                LocalDate.parse(day),
                exact,
                some -> some.stream()
                        .mapToLong(one -> people.get(one.cohort()).stream()
                                .filter(person ->
                                        person.isTrained() && person.region().equals(one.region()))
                                .count())
                        .sum(),
                Map.of("AI-101", NAMES),
                new ReleasedCoverage.Row(null, 0, 0L, 0L, 0L, 0L),
                List.of());
    }
}

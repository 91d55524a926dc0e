package kz.qadam.reporting.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.rollup.Dimension;

/** Makes releases: exact counts in, the whole public document out. Equal inputs give equal releases. */
public final class ReleaseCalculation {

    private final Catalogue catalogue;
    private final ReleasedTrainedHistory history;

    /**
     * @param catalogue as known at the release
     * @param history the numbers of earlier releases, and of the month ends before the first one
     */
    public ReleaseCalculation(Catalogue catalogue, ReleasedTrainedHistory history) {
        this.catalogue = catalogue;
        this.history = history;
    }

    /**
     * A release with new tables of a month end, which have the country too: of the month end itself, the first one, or one
     * after month ends without a release.
     *
     * @param monthEnd the tables of the last month end
     * @param because the codes of the reasons for which the figures are provisional
     * @param before the earlier month ends; only for the first release
     */
    public Release ofMonthEnd(
            ReleaseDate date,
            ReleaseRhythm rhythm,
            MonthEndTables monthEnd,
            Set<String> because,
            List<PastMonthEndCounts> before) {
        PublishedForecasts forecasts = forecasts();
        List<ReleasedCohort> cohorts = cohorts(cohort -> country(cohort, monthEnd, forecasts));
        return release(date, rhythm, cohorts, forecasts.together(cohorts), monthEnd, because, before);
    }

    /**
     * A release of the end of a week: the country of cohorts that are published weekly is of that day.
     *
     * @param exact what was known and had happened at the release
     * @param last the release before, which has the tables of the last month end
     */
    public Release ofWeekEnd(ReleaseDate date, ExactState exact, Release last, Set<String> because) {
        PublishedForecasts forecasts = forecasts();
        List<ReleasedCohort> cohorts = cohorts(cohort -> last.monthEnd()
                .cohort(cohort.code())
                .filter(MonthEndTables.OfCohort::isWeekly)
                .map(table -> country(cohort, exact, table.places(), forecasts))
                .orElseGet(() -> repeated(cohort, last)));
        return release(date, last.rhythm(), cohorts, forecasts.together(cohorts), last.monthEnd(), because, List.of());
    }

    /**
     * A release of a day on which no number moves: those of the release before, whichever rule decided them.
     *
     * @param last the release before
     */
    public Release withoutNewNumbers(ReleaseDate date, Release last, Set<String> because) {
        return new Release(
                date.number(),
                date.through(),
                date.on(),
                date.publicFrom(),
                date.nextPublicFrom(),
                last.rule(),
                last.rhythm(),
                because.stream().sorted().toList(),
                catalogue.programme().orElse(null),
                cohorts(cohort -> repeated(cohort, last)),
                last.total(),
                last.monthEnd(),
                List.of(),
                null);
    }

    private Release release(
            ReleaseDate date,
            ReleaseRhythm rhythm,
            List<ReleasedCohort> cohorts,
            Forecast total,
            MonthEndTables monthEnd,
            Set<String> because,
            List<PastMonthEndCounts> before) {
        return new Release(
                date.number(),
                date.through(),
                date.on(),
                date.publicFrom(),
                date.nextPublicFrom(),
                DisclosureRule.VERSION,
                rhythm,
                because.stream().sorted().toList(),
                catalogue.programme().orElse(null),
                cohorts,
                total,
                monthEnd,
                before,
                null);
    }

    private PublishedForecasts forecasts() {
        return new PublishedForecasts(catalogue.programme().orElse(null), history);
    }

    private List<ReleasedCohort> cohorts(Function<Cohort, ReleasedCohort> released) {
        return catalogue.cohorts().values().stream().map(released).toList();
    }

    private static ReleasedCohort country(Cohort cohort, MonthEndTables monthEnd, PublishedForecasts forecasts) {
        Optional<MonthEndTables.OfCohort> table = monthEnd.cohort(cohort.code());
        PublishedCounts country = table.map(MonthEndTables.OfCohort::country).orElse(PublishedCounts.NONE);
        return new ReleasedCohort(
                cohort,
                monthEnd.asOf(),
                monthEnd.on(),
                country,
                table.map(MonthEndTables.OfCohort::isReached).orElse(false),
                forecasts.of(cohort, monthEnd.on(), country.trained()));
    }

    private static ReleasedCohort country(
            Cohort cohort, ExactState exact, Places places, PublishedForecasts forecasts) {
        ExactCohort counts = exact.cohort(cohort.code()).in(places);
        PublishedCounts country = DisclosureRule.country(counts);
        return new ReleasedCohort(
                cohort,
                exact.asOf(),
                exact.on(),
                country,
                DisclosureRule.isReached(cohort.targetOn(exact.on()), counts),
                forecasts.of(cohort, exact.on(), country.trained()));
    }

    private static ReleasedCohort repeated(Cohort cohort, Release last) {
        return last.cohort(cohort.code())
                .map(one -> one.describedBy(cohort))
                .orElseGet(() -> new ReleasedCohort(
                        cohort,
                        last.monthEnd().asOf(),
                        last.monthEnd().on(),
                        PublishedCounts.NONE,
                        false,
                        PublishedForecasts.NONE));
    }

    /** The tables of a month end. */
    public MonthEndTables monthEnd(ExactState exact) {
        Map<String, ExactCohort> regions =
                catalogue.cohorts().keySet().stream().collect(Collectors.toMap(code -> code, exact::cohort));
        Map<String, Places> places = new HashMap<>();
        regions.forEach((code, counts) -> places.put(code, DisclosureRule.inForce(counts, history.places(code))));
        return new MonthEndTables(
                exact.asOf(),
                exact.on(),
                DisclosureRule.people(exact.distinctPeople().applyAsLong(published(regions, places))),
                catalogue.cohorts().values().stream()
                        .map(cohort -> tables(cohort, exact, places.get(cohort.code())))
                        .toList(),
                ReleasedCoverage.of(exact.allReporting(), exact.reporting()));
    }

    /** The regions of cohorts whose trained people are counted in a published number. */
    private static List<ExactState.CohortRegion> published(
            Map<String, ExactCohort> regions, Map<String, Places> places) {
        List<ExactState.CohortRegion> published = new ArrayList<>();
        regions.forEach((code, counts) -> {
            ExactCohort together = counts.in(places.get(code));
            counts.places().keySet().stream()
                    .filter(region -> DisclosureRule.isTrainedPublished(
                            together.place(places.get(code).of(region)).people()))
                    .forEach(region -> published.add(new ExactState.CohortRegion(code, region)));
        });
        return published;
    }

    private static MonthEndTables.OfCohort tables(Cohort cohort, ExactState exact, Places places) {
        ExactCohort counts = exact.cohort(cohort.code()).in(places);
        return new MonthEndTables.OfCohort(
                cohort.code(),
                DisclosureRule.isWeekly(counts),
                DisclosureRule.isReached(cohort.targetOn(exact.on()), counts),
                DisclosureRule.country(counts),
                places.all().stream()
                        .map(place -> ReleasedPlace.of(
                                place, DisclosureRule.place(counts.place(place).people())))
                        .toList(),
                coursesOrAreas(counts, ExactPlaceCounts::courses, exact.courseTitles()),
                coursesOrAreas(
                        counts,
                        ExactPlaceCounts::areas,
                        MemberNames.of(Dimension.AREA).orElseThrow()));
    }

    /** @param inPlace the courses, or the areas, of a place */
    private static List<ReleasedCourseOrArea> coursesOrAreas(
            ExactCohort counts,
            Function<ExactPlaceCounts, SortedMap<String, ExactPeople>> inPlace,
            Map<String, LocalizedName> names) {
        return counts.places().values().stream()
                .flatMap(place -> inPlace.apply(place).keySet().stream())
                .distinct()
                .sorted()
                .map(code -> new ReleasedCourseOrArea(
                        code,
                        names.get(code),
                        CourseDisclosureRule.of(
                                counts, place -> inPlace.apply(place).getOrDefault(code, ExactPeople.NONE))))
                .filter(one -> !one.counts().isNone())
                .toList();
    }

    /**
     * The month ends before the first release: what is known at the first release to have happened by each of them.
     *
     * @param exact in order
     */
    public List<PastMonthEndCounts> pastMonthEnds(Stream<ExactState> exact) {
        List<PastMonthEndCounts> past = new ArrayList<>();
        exact.forEachOrdered(state -> past.add(pastMonthEnd(state, history.after(past))));
        return past;
    }

    private PastMonthEndCounts pastMonthEnd(ExactState exact, ReleasedTrainedHistory before) {
        return new PastMonthEndCounts(
                exact.on(),
                catalogue.cohorts().keySet().stream()
                        .map(code -> past(code, exact.cohort(code), before.places(code)))
                        .toList());
    }

    private static PastMonthEndCounts.OfCohort past(String code, ExactCohort regions, Places before) {
        ExactCohort counts = regions.in(DisclosureRule.inForce(regions, before));
        List<PastMonthEndCounts.OfRegion> published = new ArrayList<>();
        counts.places().forEach((place, one) -> {
            Long trained = DisclosureRule.place(one.people()).trained();
            if (trained != null) {
                published.add(new PastMonthEndCounts.OfRegion(place, trained));
            }
        });
        return new PastMonthEndCounts.OfCohort(
                code, DisclosureRule.country(counts).trained(), published);
    }
}

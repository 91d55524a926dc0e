package kz.qadam.reporting.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.catalogue.Names;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.rollup.Dimension;

/** Makes releases: exact counts in, the whole public document out. Equal inputs give equal releases. */
public final class ReleaseMaking {

    private final Catalogue catalogue;
    private final ReleaseHistory history;

    /**
     * @param catalogue as known at the release
     * @param history the numbers of earlier releases
     */
    public ReleaseMaking(Catalogue catalogue, ReleaseHistory history) {
        this.catalogue = catalogue;
        this.history = history;
    }

    /**
     * A release.
     *
     * @param exact what was known and had happened at the release
     * @param monthEnd the tables of the last month end
     * @param because the codes of the reasons for which the figures are provisional
     * @param before the earlier month ends; only for the first release
     */
    public Release release(
            ReleaseDate date,
            ReleaseRhythm rhythm,
            ExactState exact,
            MonthEnd monthEnd,
            Set<String> because,
            List<PastMonthEnd> before) {
        Programme programme = catalogue.programme().orElse(null);
        ReleaseHistory known = history.after(before);
        PublishedForecasts forecasts = new PublishedForecasts(programme, known);
        List<ReleasedCohort> cohorts = new ArrayList<>();
        for (Cohort cohort : catalogue.cohorts().values()) {
            cohorts.add(cohort(cohort, exact, monthEnd, forecasts));
        }
        return new Release(
                date.number(),
                date.through(),
                date.on(),
                date.publicFrom(),
                date.nextPublicFrom(),
                DisclosureRule.VERSION,
                rhythm,
                because.stream().sorted().toList(),
                programme,
                cohorts,
                forecasts.together(cohorts),
                monthEnd,
                before);
    }

    private static ReleasedCohort cohort(
            Cohort cohort, ExactState exact, MonthEnd monthEnd, PublishedForecasts forecasts) {
        Optional<MonthEnd.OfCohort> last = monthEnd.cohort(cohort.code());
        if (last.map(MonthEnd.OfCohort::isDaily).orElse(false)) {
            ExactCohort counts = exact.cohort(cohort.code());
            PublishedCounts country = DisclosureRule.country(counts);
            return new ReleasedCohort(
                    cohort,
                    exact.asOf(),
                    exact.on(),
                    country,
                    DisclosureRule.isReached(cohort.targetOn(exact.on()), counts),
                    forecasts.of(cohort, exact.on(), country.trained()));
        }
        PublishedCounts country = last.map(MonthEnd.OfCohort::country).orElse(PublishedCounts.NONE);
        return new ReleasedCohort(
                cohort,
                monthEnd.asOf(),
                monthEnd.on(),
                country,
                last.map(MonthEnd.OfCohort::isReached).orElse(false),
                forecasts.of(cohort, monthEnd.on(), country.trained()));
    }

    /** The tables of a month end. */
    public MonthEnd monthEnd(ExactState exact) {
        List<MonthEnd.OfCohort> cohorts = catalogue.cohorts().values().stream()
                .map(cohort -> ofMonthEnd(cohort, exact))
                .toList();
        return new MonthEnd(
                exact.asOf(),
                exact.on(),
                people(exact, cohorts),
                cohorts,
                ReleasedCoverage.of(exact.allReporting(), exact.reporting()));
    }

    private static Long people(ExactState exact, List<MonthEnd.OfCohort> cohorts) {
        Set<String> published = cohorts.stream()
                .filter(one -> one.country().trained() != null)
                .map(MonthEnd.OfCohort::cohort)
                .collect(Collectors.toSet());
        long usable = published.stream()
                .mapToLong(code -> DisclosureRule.usable(exact.cohort(code)).trained())
                .sum();
        return published.isEmpty()
                ? null
                : DisclosureRule.people(exact.distinctPeople().applyAsLong(published), usable);
    }

    private static MonthEnd.OfCohort ofMonthEnd(Cohort cohort, ExactState exact) {
        ExactCohort counts = exact.cohort(cohort.code());
        return new MonthEnd.OfCohort(
                cohort.code(),
                DisclosureRule.isDaily(counts),
                DisclosureRule.isReached(cohort.targetOn(exact.on()), counts),
                DisclosureRule.country(counts),
                regions(counts),
                ofMany(counts, ExactRegion::courses, exact.courseTitles()),
                ofMany(
                        counts,
                        ExactRegion::areas,
                        MemberNames.of(Dimension.AREA).orElseThrow()));
    }

    private static List<ReleasedMember> regions(ExactCohort counts) {
        SortedMap<String, Names> all = MemberNames.of(Dimension.REGION).orElseThrow();
        return all.entrySet().stream()
                .map(region -> new ReleasedMember(
                        region.getKey(), region.getValue(), DisclosureRule.region(counts.region(region.getKey()))))
                .toList();
    }

    /** @param inRegion the courses, or the areas, of a region */
    private static List<ReleasedMember> ofMany(
            ExactCohort counts,
            Function<ExactRegion, SortedMap<String, ExactCourse>> inRegion,
            Map<String, Names> names) {
        return counts.regions().values().stream()
                .flatMap(region -> inRegion.apply(region).keySet().stream())
                .distinct()
                .sorted()
                .map(code -> new ReleasedMember(
                        code,
                        names.get(code),
                        CourseRule.of(counts, region -> inRegion.apply(region).getOrDefault(code, ExactCourse.NONE))))
                .filter(member -> !member.counts().isNone())
                .toList();
    }

    /** A month end before the first release: what is known at the first release to have happened by then. */
    public PastMonthEnd pastMonthEnd(ExactState exact) {
        return new PastMonthEnd(
                exact.on(),
                catalogue.cohorts().keySet().stream()
                        .map(code -> past(code, exact.cohort(code)))
                        .toList());
    }

    private static PastMonthEnd.OfCohort past(String code, ExactCohort counts) {
        List<PastMonthEnd.OfRegion> regions = new ArrayList<>();
        counts.regions().forEach((region, one) -> {
            Long trained = DisclosureRule.region(one.people()).trained();
            if (trained != null) {
                regions.add(new PastMonthEnd.OfRegion(region, trained));
            }
        });
        return new PastMonthEnd.OfCohort(code, DisclosureRule.country(counts).trained(), regions);
    }
}

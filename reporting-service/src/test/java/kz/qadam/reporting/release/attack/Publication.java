package kz.qadam.reporting.release.attack;

import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.release.DisclosureRule;
import kz.qadam.reporting.release.FunnelCounts;
import kz.qadam.reporting.release.PublishedCounts;

/** How exact counts are published: by the rule, or in a way that the attack must break, so that it is seen to work. */
enum Publication {
    /** As earlier versions of the service did. */
    VERSION_2("version 2: only people whom each institution knows that knows nearly everybody"),
    /** Every count as it is. */
    EXACT("exact figures") {
        @Override
        PublishedCounts region(RegionPeople region) {
            return exact(region.counts());
        }

        @Override
        PublishedCounts country(KnownCohort cohort) {
            return exact(people(cohort));
        }
    },
    /** Every count rounded to the nearest five. */
    NEAREST_FIVE("rounding to 5") {
        @Override
        PublishedCounts region(RegionPeople region) {
            return toFive(region.counts());
        }

        @Override
        PublishedCounts country(KnownCohort cohort) {
            return toFive(people(cohort));
        }
    },
    /** Regions by the rule, but the country is the sum of all people, rounded down to ten. */
    COUNTRY_OF_EXACT_REGIONS("the country from exact regions") {
        @Override
        PublishedCounts country(KnownCohort cohort) {
            FunnelCounts people = people(cohort);
            return new PublishedCounts(
                    PublishedCounts.rounded(people.enrolled(), DisclosureRule.UNIT),
                    PublishedCounts.rounded(people.completed(), DisclosureRule.UNIT),
                    PublishedCounts.rounded(people.trained(), DisclosureRule.UNIT));
        }
    },
    /** The first draft of the rule: of several institutions that know nearly everybody, the least count is usable. */
    LEAST_KNOWN("the first draft: the least of those who know nearly everybody"),
    /** The second draft: people are left out once for each institution that knows nearly everybody, but not them. */
    LEFT_OUT_FOR_EACH("the second draft: people are left out once for each institution");

    private final String title;

    Publication(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether the country is a sum of usable counts, and not of people. */
    boolean isCountryOfUsable() {
        return this == VERSION_2 || isDraft();
    }

    /** Whether usable counts follow from counts alone, so that integer programs can decide. */
    boolean isDraft() {
        return this == LEAST_KNOWN || this == LEFT_OUT_FOR_EACH;
    }

    FunnelCounts usable(RegionPeople region) {
        return isDraft()
                ? draft(KnownCounts.of(region))
                : UsablePeople.of(region).counts();
    }

    /** What a draft publishes of a region. */
    PublishedCounts region(KnownCounts region) {
        return tens(draft(region));
    }

    private FunnelCounts draft(KnownCounts region) {
        return switch (this) {
            case LEAST_KNOWN -> LeastKnown.usable(region);
            case LEFT_OUT_FOR_EACH -> LeftOutForEach.usable(region);
            default -> throw new IllegalStateException(this + " is not a draft");
        };
    }

    PublishedCounts region(RegionPeople region) {
        return tens(usable(region));
    }

    PublishedCounts country(KnownCohort cohort) {
        return tens(cohort.regions().values().stream()
                .map(this::usable)
                .map(Publication::onlyPublished)
                .reduce(FunnelCounts.NONE, FunnelCounts::plus));
    }

    /** The table of a month end. */
    PublicTable table(KnownCohort cohort, Iterable<String> regions) {
        SortedMap<String, PublishedCounts> table = new TreeMap<>();
        regions.forEach(region -> table.put(region, region(people(cohort, region))));
        return new PublicTable(country(cohort), table, false, 0);
    }

    static RegionPeople people(KnownCohort cohort, String region) {
        return cohort.regions().getOrDefault(region, RegionPeople.NONE);
    }

    static FunnelCounts people(KnownCohort cohort) {
        return cohort.regions().values().stream()
                .map(RegionPeople::counts)
                .reduce(FunnelCounts.NONE, FunnelCounts::plus);
    }

    private static FunnelCounts onlyPublished(FunnelCounts usable) {
        return new FunnelCounts(
                onlyPublished(usable.enrolled()), onlyPublished(usable.completed()), onlyPublished(usable.trained()));
    }

    private static long onlyPublished(long usable) {
        return usable < DisclosureRule.UNIT ? 0 : usable;
    }

    private static PublishedCounts tens(FunnelCounts usable) {
        return new PublishedCounts(
                PublishedCounts.rounded(usable.enrolled(), DisclosureRule.UNIT),
                PublishedCounts.rounded(usable.completed(), DisclosureRule.UNIT),
                PublishedCounts.rounded(usable.trained(), DisclosureRule.UNIT));
    }

    private static PublishedCounts exact(FunnelCounts people) {
        return new PublishedCounts(people.enrolled(), people.completed(), people.trained());
    }

    private static PublishedCounts toFive(FunnelCounts people) {
        return new PublishedCounts(toFive(people.enrolled()), toFive(people.completed()), toFive(people.trained()));
    }

    private static long toFive(long count) {
        return 5 * Math.round(count / 5.0);
    }
}

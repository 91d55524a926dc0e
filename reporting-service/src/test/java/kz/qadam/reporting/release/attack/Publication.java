package kz.qadam.reporting.release.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.qadam.reporting.release.CourseDisclosureRule;
import kz.qadam.reporting.release.DisclosureRule;
import kz.qadam.reporting.release.ExactPlaceCounts;
import kz.qadam.reporting.release.FunnelCounts;
import kz.qadam.reporting.release.PublishedCounts;

/** How exact counts are published: by the rule, or in a way that the attack must break, so that it is seen to work. */
enum Publication {
    /** As the service does. */
    RULE("the rule: two holders") {
        @Override
        PublishedCounts place(RegionPeople people, Set<String> holders) {
            return DisclosureRule.place(ExactView.people(people));
        }

        @Override
        PublishedCounts country(KnownCohort cohort, Map<String, Set<String>> holders) {
            return DisclosureRule.country(ExactView.cohort(cohort));
        }

        @Override
        PublishedCounts course(Step step, Map<String, Set<String>> holders) {
            return CourseDisclosureRule.of(ExactView.cohort(step.course()), ExactPlaceCounts::people);
        }
    },
    /** Every count as it is. */
    EXACT("exact figures") {
        @Override
        PublishedCounts place(RegionPeople people, Set<String> holders) {
            return exact(people.counts());
        }

        @Override
        PublishedCounts country(KnownCohort cohort, Map<String, Set<String>> holders) {
            return exact(people(cohort));
        }
    },
    /** Every count rounded to the nearest five. */
    NEAREST_FIVE("rounding to 5") {
        @Override
        PublishedCounts place(RegionPeople people, Set<String> holders) {
            return toFive(people.counts());
        }

        @Override
        PublishedCounts country(KnownCohort cohort, Map<String, Set<String>> holders) {
            return toFive(people(cohort));
        }
    },
    /** Places by the rule, but the country has everybody. */
    COUNTRY_OF_EXACT_PLACES("the country of all people, also of places without a number") {
        @Override
        PublishedCounts country(KnownCohort cohort, Map<String, Set<String>> holders) {
            return rounded(people(cohort), DisclosureRule.UNIT);
        }
    },
    /** The first version of the rule: people are left out once for each institution that knows nearly everybody. */
    VERSION_1("version 1: people are left out once for each institution that knows nearly all") {
        @Override
        FunnelCounts counted(RegionPeople people, Set<String> holders) {
            return LeftOutForEach.usable(KnownCounts.of(people));
        }
    },
    /** The second version of the rule. */
    VERSION_2("version 2: only people whom each institution knows that knows nearly all") {
        @Override
        FunnelCounts counted(RegionPeople people, Set<String> holders) {
            return UsablePeople.of(people).counts();
        }
    },
    LEAST_KNOWN("draft: the least number of those who know nearly all") {
        @Override
        FunnelCounts counted(RegionPeople people, Set<String> holders) {
            return LeastKnown.usable(KnownCounts.of(people));
        }
    },
    SMALL_LEFT_OUT("draft: small institutions are left out first") {
        @Override
        FunnelCounts counted(RegionPeople people, Set<String> holders) {
            return SmallLeftOut.counted(people, Long.MAX_VALUE);
        }
    },
    SMALL_LEFT_OUT_BELOW_FIFTY("draft: small institutions are left out first, unless they have fifty together") {
        @Override
        FunnelCounts counted(RegionPeople people, Set<String> holders) {
            return SmallLeftOut.counted(people, 50);
        }
    },
    KNOWN_TO("draft: a holder has enrolled ten, whoever else has") {
        @Override
        FunnelCounts counted(RegionPeople people, Set<String> holders) {
            return Holders.heldByKnown(people);
        }
    },
    ONE_HOLDER_SHOWN("draft: the people of the only holder are shown") {
        @Override
        FunnelCounts counted(RegionPeople people, Set<String> holders) {
            return Holders.orOfTheOnlyOne(people);
        }
    },
    HOLDERS_DOWN_TO_SEVEN("draft: who holds remains a holder down to seven") {
        @Override
        FunnelCounts counted(RegionPeople people, Set<String> holders) {
            return Holders.held(people, holders);
        }

        @Override
        Set<String> holders(RegionPeople people, Set<String> before) {
            return Holders.stayed(people, before);
        }
    },
    COURSES_OF_PUBLISHED_PLACES("draft: courses are sums over published places") {
        @Override
        PublishedCounts course(Step step, Map<String, Set<String>> holders) {
            FunnelCounts sum = FunnelCounts.NONE;
            for (Map.Entry<String, RegionPeople> place : step.course().regions().entrySet()) {
                RegionPeople everybody = step.people().regions().get(place.getKey());
                sum = counted(everybody, Set.of()).trained() == 0
                        ? sum
                        : sum.plus(place.getValue().counts());
            }
            return rounded(sum, 100);
        }
    };

    private final String title;

    Publication(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Everybody who is counted in a place, before rounding. */
    FunnelCounts counted(RegionPeople people, Set<String> holders) {
        return Holders.held(people, Set.of());
    }

    /** Who holds a place by a rule that remembers who held it before. */
    Set<String> holders(RegionPeople people, Set<String> before) {
        return Set.of();
    }

    PublishedCounts place(RegionPeople people, Set<String> holders) {
        return rounded(counted(people, holders), DisclosureRule.UNIT);
    }

    PublishedCounts country(KnownCohort cohort, Map<String, Set<String>> holders) {
        return rounded(sum(cohort, holders), DisclosureRule.UNIT);
    }

    PublishedCounts course(Step step, Map<String, Set<String>> holders) {
        return rounded(sum(step.course(), Map.of()), 100);
    }

    /** Everything that is published of a history, one character for each number. */
    final String seen(List<Step> history) {
        StringBuilder seen = new StringBuilder();
        Map<String, Set<String>> holders = new HashMap<>();
        for (Step step : history) {
            step.people().regions().forEach((place, people) -> {
                holders.put(place, holders(people, holders.getOrDefault(place, Set.of())));
                if (step.isMonthEnd()) {
                    add(seen, place(people, holders.get(place)));
                }
            });
            add(seen, country(step.people(), holders));
            if (step.isMonthEnd()) {
                add(seen, course(step, holders));
            }
        }
        return seen.toString();
    }

    private static void add(StringBuilder seen, PublishedCounts counts) {
        for (Long count : new Long[] {counts.enrolled(), counts.completed(), counts.trained()}) {
            seen.append(count == null ? Character.MAX_VALUE : (char) Math.toIntExact(count));
        }
    }

    private FunnelCounts sum(KnownCohort cohort, Map<String, Set<String>> holders) {
        return cohort.regions().entrySet().stream()
                .map(place -> counted(place.getValue(), holders.getOrDefault(place.getKey(), Set.of())))
                .map(Publication::onlyPublished)
                .reduce(FunnelCounts.NONE, FunnelCounts::plus);
    }

    static FunnelCounts people(KnownCohort cohort) {
        return cohort.regions().values().stream()
                .map(RegionPeople::counts)
                .reduce(FunnelCounts.NONE, FunnelCounts::plus);
    }

    private static FunnelCounts onlyPublished(FunnelCounts counted) {
        return new FunnelCounts(
                onlyPublished(counted.enrolled()),
                onlyPublished(counted.completed()),
                onlyPublished(counted.trained()));
    }

    private static long onlyPublished(long counted) {
        return counted < DisclosureRule.UNIT ? 0 : counted;
    }

    private static PublishedCounts rounded(FunnelCounts counted, long unit) {
        return new PublishedCounts(
                PublishedCounts.rounded(counted.enrolled(), unit),
                PublishedCounts.rounded(counted.completed(), unit),
                PublishedCounts.rounded(counted.trained(), unit));
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

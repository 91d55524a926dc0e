package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.plan.Plan;

/** How many people of some cohorts together should be trained by a day, according to their plans. */
interface ExpectedByPlan {

    /** For figures without a plan. */
    ExpectedByPlan NOTHING = day -> null;

    /** Null if none of the cohorts has a target on that day. */
    Long on(LocalDate day);

    /** By the plans in force on each day. While the programme is not known, the expected number is null. */
    static ExpectedByPlan of(Catalogue catalogue, List<String> cohorts) {
        return catalogue
                .programme()
                .<ExpectedByPlan>map(programme -> day -> {
                    List<Plan> plans = cohorts.stream()
                            .map(cohort -> catalogue.cohorts().get(cohort).planOn(day, programme))
                            .flatMap(Optional::stream)
                            .toList();
                    return plans.isEmpty()
                            ? null
                            : (Long) plans.stream()
                                    .mapToLong(plan -> plan.expected(day))
                                    .sum();
                })
                .orElse(NOTHING);
    }
}

package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.plan.Plan;

/** Where the plan says that some cohorts together should be on a day. */
interface ExpectedByPlan {

    /** Where there is no plan. */
    ExpectedByPlan NOTHING = day -> null;

    /** Null if there is no target on that day. */
    Long on(LocalDate day);

    /** By the plans in force on the day that is asked for. While the programme is not known, nothing is expected. */
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

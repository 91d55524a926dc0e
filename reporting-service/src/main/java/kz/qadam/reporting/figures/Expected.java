package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.List;
import kz.qadam.reporting.catalogue.Catalogue;

/** Where the plan says that some cohorts together should be on a day. */
interface Expected {

    /** Where there is no plan. */
    Expected NOTHING = day -> null;

    /** Null if there is no target on that day. */
    Long on(LocalDate day);

    static Expected of(Catalogue catalogue, List<String> cohorts) {
        return Plan.of(catalogue)
                .<Expected>map(plan -> day -> {
                    List<Long> expected = cohorts.stream()
                            .map(cohort -> catalogue.cohorts().get(cohort).targetOn(day))
                            .filter(target -> target != null)
                            .map(target -> plan.expected(target, day))
                            .toList();
                    return expected.isEmpty()
                            ? null
                            : (Long)
                                    expected.stream().mapToLong(Long::longValue).sum();
                })
                .orElse(NOTHING);
    }
}

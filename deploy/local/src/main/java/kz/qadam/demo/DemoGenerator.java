package kz.qadam.demo;

import java.util.List;
import java.util.Random;

/** Generates a random history, which is always the same for the same plan. */
final class DemoGenerator {

    private DemoGenerator() {}

    static History history(DemoPlan plan) {
        var chance = new Random(plan.seed());
        List<Partner> partners = Partners.of(plan);
        var population = new Population(chance);
        var reports = new DemoReports(plan, chance);
        for (Cohort cohort : Cohort.values()) {
            population.nextCohort();
            var studies = new Studies(plan, cohort, partners, chance);
            for (int i = plan.scaled(cohort.people()); i > 0; i--) {
                studies.of(population.somebody(cohort != Cohort.PUPILS), reports);
            }
        }
        return reports.history(partners);
    }
}

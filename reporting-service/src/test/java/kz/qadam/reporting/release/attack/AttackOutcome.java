package kz.qadam.reporting.release.attack;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result of attacking one way to publish, by scenario and target. */
record AttackOutcome(Publication publication, List<Outcome> outcomes) {

    AttackOutcome {
        outcomes = List.copyOf(outcomes);
    }

    /** Tries every scenario in every scene. */
    static AttackOutcome of(Publication publication, Collection<Scene> scenes) {
        return untilBroken(publication, scenes, Long.MAX_VALUE);
    }

    /**
     * Tries scenarios until so many numbers are found to the person that nothing admits.
     *
     * @param enough after so many the attack ends
     */
    static AttackOutcome untilBroken(Publication publication, Collection<Scene> scenes, long enough) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Scene scene : scenes) {
            for (Scenario scenario : Scenarios.all(scene)) {
                if (exact(outcomes.values()) < enough) {
                    new WorldsThatFit(publication, scenario)
                            .outcomes()
                            .forEach(one -> outcomes.merge(one.scenario() + one.target(), one, Outcome::plus));
                }
            }
        }
        return new AttackOutcome(publication, List.copyOf(outcomes.values()));
    }

    private static long exact(Collection<Outcome> outcomes) {
        return outcomes.stream().mapToLong(Outcome::exact).sum();
    }

    /** In how many worlds something was found that is not admitted. */
    long found() {
        return outcomes.stream().mapToLong(Outcome::found).sum();
    }

    /** In how many of these the number was found to the person. */
    long exact() {
        return exact(outcomes);
    }

    long tried() {
        return outcomes.stream().mapToLong(Outcome::tried).sum();
    }

    /** Where most was found to the person. */
    Outcome worst() {
        return outcomes.stream()
                .max(Comparator.comparing(Outcome::exact).thenComparing(Outcome::found))
                .orElseThrow();
    }

    /** In how many worlds something admitted was found. */
    long admitted(Admitted kind) {
        return outcomes.stream()
                .mapToLong(one -> one.admitted().getOrDefault(kind, 0L))
                .sum();
    }

    /** In how many worlds it is admitted. */
    long triedAs(Admitted kind) {
        return outcomes.stream()
                .mapToLong(one -> one.triedAs().getOrDefault(kind, 0L))
                .sum();
    }
}

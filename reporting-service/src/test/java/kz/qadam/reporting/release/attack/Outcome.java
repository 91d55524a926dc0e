package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found in a scenario about a target.
 *
 * @param tried how many worlds were taken as true
 * @param triedAs in how many of them the definition page admits something
 * @param admitted in how many of them it was found
 * @param found in how many other worlds some number was excluded
 * @param exact in how many of these only the true number remained
 * @param examples of these
 */
record Outcome(
        String scenario,
        String target,
        long tried,
        Map<Admitted, Long> triedAs,
        Map<Admitted, Long> admitted,
        long found,
        long exact,
        List<String> examples) {

    private static final int EXAMPLES = 5;

    Outcome {
        triedAs = Collections.unmodifiableMap(new TreeMap<>(triedAs));
        admitted = Collections.unmodifiableMap(new TreeMap<>(admitted));
        examples = List.copyOf(examples.subList(0, Math.min(EXAMPLES, examples.size())));
    }

    Outcome plus(Outcome other) {
        List<String> all = new ArrayList<>(examples);
        all.addAll(other.examples);
        return new Outcome(
                scenario,
                target,
                tried + other.tried,
                sum(triedAs, other.triedAs),
                sum(admitted, other.admitted),
                found + other.found,
                exact + other.exact,
                all);
    }

    private static Map<Admitted, Long> sum(Map<Admitted, Long> some, Map<Admitted, Long> others) {
        Map<Admitted, Long> sum = new EnumMap<>(Admitted.class);
        sum.putAll(some);
        others.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return sum;
    }
}

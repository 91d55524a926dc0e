package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what an attacker can conclude: it publishes every world that may be true, and compares. Worlds that publish the
 * same in all steps cannot be told apart; what differs between them is hidden, and nothing else is.
 */
final class WorldsThatFit {

    private final Publication publication;
    private final Scenario scenario;

    WorldsThatFit(Publication publication, Scenario scenario) {
        this.publication = publication;
        this.scenario = scenario;
    }

    List<Outcome> outcomes() {
        List<Object> seen = new ArrayList<>();
        for (Others world : scenario.worlds()) {
            seen.add(List.of(
                    scenario.known().apply(world),
                    publication.seen(scenario.steps().apply(world))));
        }
        return scenario.targets().stream().map(target -> outcome(target, seen)).toList();
    }

    private Outcome outcome(Scenario.Target target, List<Object> seen) {
        Map<Object, BitSet> fitting = new HashMap<>();
        for (int i = 0; i < seen.size(); i++) {
            int number = target.number().applyAsInt(scenario.worlds().get(i));
            fitting.computeIfAbsent(seen.get(i), any -> new BitSet()).set(number);
        }
        long tried = 0;
        long found = 0;
        long exact = 0;
        Map<Admitted, Long> triedAs = new EnumMap<>(Admitted.class);
        Map<Admitted, Long> admitted = new EnumMap<>(Admitted.class);
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            Others world = scenario.worlds().get(i);
            int number = target.number().applyAsInt(world);
            if (number < target.least()
                    || number > target.most()
                    || !target.isTried().test(world)) {
                continue;
            }
            tried++;
            BitSet remaining = fitting.get(seen.get(i));
            Optional<Admitted> kind = target.admitted().apply(world);
            kind.ifPresent(one -> triedAs.merge(one, 1L, Long::sum));
            if (remaining.nextClearBit(target.least()) > target.most()) {
                continue;
            }
            boolean isExact = remaining.cardinality() == 1;
            if (kind.isPresent() && kind.orElseThrow().admits(isExact)) {
                admitted.merge(kind.orElseThrow(), 1L, Long::sum);
            } else {
                found++;
                exact += isExact ? 1 : 0;
                if (examples.isEmpty() || (isExact && examples.size() < 3)) {
                    examples.add("%s: %d, of which %s remain possible".formatted(world, number, remaining));
                }
            }
        }
        return new Outcome(scenario.title(), target.title(), tried, triedAs, admitted, found, exact, examples);
    }
}

package kz.qadam.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A fault that is caused under load.
 *
 * @param number chooses on whom, and how
 * @param seconds how long it lasts
 */
record Fault(ClusterFaultKind kind, int number, int seconds) {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 40;
    private static final int NUMBERS = 1_000;

    /** Draws faults; each kind comes once before any comes again. The same seed draws the same faults. */
    static List<Fault> draw(int count, long seed, List<ClusterFaultKind> kinds) {
        var random = new Random(seed);
        List<Fault> faults = new ArrayList<>();
        List<ClusterFaultKind> deck = new ArrayList<>();
        while (faults.size() < count) {
            if (deck.isEmpty()) {
                deck.addAll(kinds);
                Collections.shuffle(deck, random);
            }
            ClusterFaultKind kind = deck.remove(deck.size() - 1);
            faults.add(new Fault(kind, random.nextInt(NUMBERS), random.nextInt(SHORTEST, LONGEST + 1)));
        }
        return faults;
    }
}

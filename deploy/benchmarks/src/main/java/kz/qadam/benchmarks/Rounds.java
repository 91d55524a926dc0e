package kz.qadam.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs several sides in turns, A B C A B C, so that other load of the machine affects all of them alike. */
final class Rounds {

    /** Runs one side once. */
    interface Side {
        RunResult run(int round) throws Exception;
    }

    private final Map<String, Side> sides = new LinkedHashMap<>();
    private final Map<String, List<RunResult>> runs = new LinkedHashMap<>();

    /** In each round the sides run in the order in which they were added. */
    Rounds side(String name, Side side) {
        sides.put(name, side);
        runs.put(name, new ArrayList<>());
        return this;
    }

    Rounds run(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Side> side : sides.entrySet()) {
                RunResult run = side.getValue().run(round);
                System.err.printf("  %s %d: %s%n", side.getKey(), round + 1, run);
                runs.get(side.getKey()).add(run);
            }
        }
        return this;
    }

    RunPairs pair(String ours, String theirs) {
        return new RunPairs(runs.get(ours), runs.get(theirs));
    }
}

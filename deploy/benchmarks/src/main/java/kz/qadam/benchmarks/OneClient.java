package kz.qadam.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * M12: what one client waits for while nobody else does anything: the answer of a post, and its figure. Nothing queues, so
 * what is measured are transactions, wake-ups and waits one after the other. Compared with a chain wired by hand.
 */
final class OneClient implements Measure {

    private static final Goal ANSWERED = Goal.atMost(3, 2);
    private static final Goal VISIBLE = Goal.atMost(5, 3);

    /** Warms up the JVMs: the first minute of a service belongs to M8. */
    private static final int WARM_UPS = 4;

    @Override
    public void take(Lab lab, Report report) throws Exception {
        ProgressDatabase progress = Visibility.startSuite(lab).progress();
        Load<ClosedLoop.Medians> load =
                (senders, seen) -> ClosedLoop.run(lab.sizes().probes() / 5, senders, seen);
        for (int round = 1; round <= WARM_UPS; round++) {
            Visibility.ours(lab, progress, -round);
            HandWiredChain.run(lab, load);
        }
        List<ClosedLoop.Medians> ours = new ArrayList<>();
        List<ClosedLoop.Medians> theirs = new ArrayList<>();
        for (int round = 0; round < lab.sizes().pairs(); round++) {
            ours.add(Visibility.ours(lab, progress, round, load));
            theirs.add(HandWiredChain.run(lab, load));
            System.err.printf("  ours %s, by hand %s%n", ours.get(round), theirs.get(round));
        }
        report.add(finding("answer of a post", ours, theirs, ClosedLoop.Medians::answered, ANSWERED));
        report.add(finding("post to visible", ours, theirs, ClosedLoop.Medians::visible, VISIBLE));
    }

    private static Finding finding(
            String what,
            List<ClosedLoop.Medians> ours,
            List<ClosedLoop.Medians> theirs,
            ToDoubleFunction<ClosedLoop.Medians> time,
            Goal goal) {
        List<Double> ratios = IntStream.range(0, ours.size())
                .mapToObj(i -> time.applyAsDouble(ours.get(i)) / time.applyAsDouble(theirs.get(i)))
                .toList();
        return new Finding(
                "M12",
                "p50 of the " + what + " with one client, against a chain wired by hand",
                "ms",
                Spread.of(ours.stream().map(time::applyAsDouble).toList()),
                Spread.of(theirs.stream().map(time::applyAsDouble).toList()),
                Spread.of(ratios),
                goal);
    }
}

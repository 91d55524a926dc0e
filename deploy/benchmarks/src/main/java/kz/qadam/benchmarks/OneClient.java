package kz.qadam.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * M12: what one client waits for while nobody else does anything: the answer of a post, and its figure. Nothing queues, so
 * what is measured are transactions, wake-ups and waits one after the other. Compared with a chain wired by hand.
 */
final class OneClient implements Measure {

    private static final MeasureGoal ANSWERED = MeasureGoal.atMost(3, 2);
    private static final MeasureGoal VISIBLE = MeasureGoal.atMost(5, 3);

    private static final String AGAINST = " with one client, against a chain wired by hand";

    /** One after the other, events take longer than at a rate. */
    private static final int PART_OF_PROBES = 5;

    @Override
    public void take(Lab lab, Report report) throws Exception {
        ProgressDatabase progress = Visibility.startSuite(lab).progress();
        Load<ClosedLoop.Medians> load =
                (senders, seen) -> ClosedLoop.run(lab.sizes().probes() / PART_OF_PROBES, senders, seen);
        for (int round = 1; round <= Visibility.WARM_UPS; round++) {
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
        report.add(Visibility.line(
                "M12", "p50 from post to answer" + AGAINST, ours, theirs, ClosedLoop.Medians::answered, ANSWERED));
        report.add(Visibility.line(
                "M12", "p50 from post to visible" + AGAINST, ours, theirs, ClosedLoop.Medians::visible, VISIBLE));
    }
}

package kz.qadam.benchmarks;

import java.util.Map;
import java.util.Optional;

/**
 * Measures this tree against a commit, in pairs A B A B, each in a lab of its own. Both sides are measured by the code
 * of this tree.
 *
 * @param ledger where the ratios are kept, if they are
 */
record CommitComparison(Lab ours, Lab theirs, Optional<SpeedLedger> ledger) {

    private static final MeasureGoal GOAL = MeasureGoal.atMost(1.05, 1.0);

    void take(String code, VersionedMeasure measure, Report report) throws Exception {
        try {
            Map<String, Rounds.Side> now = measure.sides(ours);
            Map<String, Rounds.Side> before = measure.sides(theirs);
            for (String what : now.keySet()) {
                RunPairs pairs = new Rounds()
                        .side("this tree", now.get(what))
                        .side("the commit", before.get(what))
                        .run(ours.sizes().pairs())
                        .pair("this tree", "the commit");
                report.add(ReportLine.of(code, what + ", against the commit", pairs, ComparedValue.CPU, GOAL));
                report.add(ReportLine.of(code, "the same, rate", pairs, ComparedValue.RATE, null));
                if (ledger.isPresent()) ledger.get().add(code, what, pairs);
            }
        } finally {
            theirs.stage().clear();
        }
    }
}

package kz.qadam.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LearnerJudgingTest {

    @Test
    void the_ratio_is_of_each_pair() {
        var pairs = new RunPairs(List.of(cpu(1), cpu(9), cpu(4)), List.of(cpu(2), cpu(3), cpu(4)));

        assertThat(pairs.ratio(ComparedValue.CPU)).isEqualTo(new Spread(1, 0.5, 3));
    }

    @Test
    void a_ceiling_is_not_to_be_passed_and_a_floor_is_to_be() {
        assertThat(MeasureGoal.atMost(0.7, 0.5).judge(0.6)).isEqualTo(MeasureGoal.Verdict.REACHED);
        assertThat(MeasureGoal.atMost(0.7, 0.5).judge(0.71)).isEqualTo(MeasureGoal.Verdict.MISSED);
        assertThat(MeasureGoal.atLeast(0.8, 1).judge(1.2)).isEqualTo(MeasureGoal.Verdict.BEYOND);
    }

    @Test
    void a_probe_counts_from_when_it_was_meant_to_be_sent() {
        long[] intended = {0, 1_000_000, 2_000_000};
        var looks = List.of(new Latencies.Look(3_000_000, 1), new Latencies.Look(5_000_000, 3));

        Latencies latencies = Latencies.of(intended, 0, 2, looks);

        assertThat(latencies).isEqualTo(new Latencies(3.001, 3.001));
    }

    @Test
    void the_cpu_of_a_child_that_has_ended_counts() throws Exception {
        double before = Cpu.secondsOf(ProcessHandle.current().pid());

        new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done")
                .start()
                .waitFor();

        assertThat(Cpu.secondsOf(ProcessHandle.current().pid())).isGreaterThan(before);
    }

    private static RunResult cpu(double seconds) {
        return new RunResult(1, 1, seconds);
    }
}

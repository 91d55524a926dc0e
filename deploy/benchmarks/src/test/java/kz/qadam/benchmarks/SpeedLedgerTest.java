package kz.qadam.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedLedgerTest {

    @TempDir
    Path directory;

    /** The ranks are those of tables of the sign test. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 1, 5", "6, 1, 6", "9, 2, 8", "15, 4, 12", "20, 6, 15"})
    void the_interval_of_a_median_leaves_out_extremes_as_far_as_it_stays_sure(int readings, int from, int to) {
        List<Double> shuffled = new ArrayList<>(
                IntStream.rangeClosed(1, readings).mapToObj(Double::valueOf).toList());
        Collections.shuffle(shuffled, new Random(readings));

        assertThat(Interval.ofMedian(shuffled)).isEqualTo(new Interval(from, to));
    }

    @Test
    void a_measure_adds_a_line_and_changes_none() throws IOException {
        Path file = directory.resolve("ledger.csv");
        RunPairs slower = new RunPairs(List.of(run(3), run(3.3), run(2.7)), List.of(run(2), run(2), run(2)));

        new SpeedLedger(file, "aaa", "base", "quick").add("M2", "batches of 1,000", slower);
        new SpeedLedger(file, "bbb", "base", "quick").add("M1", "single posts", slower);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "commit,measure,what,ratio,from,to,pairs,size,base",
                        "aaa,M2,batches of 1000,1.500,1.350,1.650,3,quick,base",
                        "bbb,M1,single posts,1.500,1.350,1.650,3,quick,base");
    }

    private static RunResult run(double cpu) {
        return new RunResult(1_000, 1, cpu);
    }
}

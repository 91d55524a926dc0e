package kz.qadam.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/** The runs of two sides, round by round. */
record RunPairs(List<RunResult> ours, List<RunResult> theirs) {

    Spread ours(ComparedValue reading) {
        return Spread.of(ours.stream().map(reading::of).toList());
    }

    Spread theirs(ComparedValue reading) {
        return Spread.of(theirs.stream().map(reading::of).toList());
    }

    /** The ratios of ours to theirs, pair by pair. */
    List<Double> ratios(ComparedValue reading) {
        return IntStream.range(0, ours.size())
                .mapToObj(i -> reading.of(ours.get(i)) / reading.of(theirs.get(i)))
                .toList();
    }

    Spread ratio(ComparedValue reading) {
        return Spread.of(ratios(reading));
    }
}

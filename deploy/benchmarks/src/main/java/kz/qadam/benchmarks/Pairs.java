package kz.qadam.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/** The runs of two sides, round by round. */
record Pairs(List<Run> ours, List<Run> theirs) {

    Spread ours(Reading reading) {
        return Spread.of(ours.stream().map(reading::of).toList());
    }

    Spread theirs(Reading reading) {
        return Spread.of(theirs.stream().map(reading::of).toList());
    }

    /** The ratios of ours to theirs, pair by pair. */
    Spread ratio(Reading reading) {
        return Spread.of(IntStream.range(0, ours.size())
                .mapToObj(i -> reading.of(ours.get(i)) / reading.of(theirs.get(i)))
                .toList());
    }
}

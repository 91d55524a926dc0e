package kz.qadam.benchmarks;

import java.util.List;

/**
 * The amounts of data.
 *
 * @param pairs pairs of runs for each ratio
 * @param enrolments enrolments that progress-service knows
 * @param posts single posts in a run
 * @param rows rows of a run that are sent in batches
 * @param outbox events that wait in the outbox in a run
 * @param events events that are rolled up in a run
 * @param rebuilt events from which the figures are rebuilt
 * @param probes posts whose visibility is measured
 * @param seconds the length of each run of reads
 * @param stored events that were stored before, where costs may not grow with them
 */
record DataSizes(
        int pairs,
        int enrolments,
        int posts,
        int rows,
        int outbox,
        int events,
        int rebuilt,
        int probes,
        int seconds,
        List<Integer> stored) {

    static final DataSizes FULL = new DataSizes(
            5,
            1_000_000,
            96_000,
            100_000,
            500_000,
            1_000_000,
            2_000_000,
            1_000,
            10,
            List.of(100_000, 1_000_000, 5_000_000));

    /** A tenth of the data, also of the largest stored amount: quick, and less reliable. */
    static final DataSizes QUICK =
            new DataSizes(5, 100_000, 32_000, 30_000, 50_000, 100_000, 200_000, 200, 4, List.of(100_000, 500_000));

    /** Half of that: enough for the ledger, where fifteen pairs make up for the noise of each. */
    static final DataSizes BRIEF =
            new DataSizes(15, 50_000, 12_800, 15_000, 25_000, 50_000, 100_000, 100, 2, List.of(50_000, 250_000));

    /** The sizes of this name: full, quick, brief or smoke. */
    static DataSizes of(String name) {
        return switch (name) {
            case "full" -> FULL;
            case "quick" -> QUICK;
            case "brief" -> BRIEF;
            case "smoke" -> SMOKE;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The same with another number of pairs. */
    DataSizes withPairs(int number) {
        return new DataSizes(number, enrolments, posts, rows, outbox, events, rebuilt, probes, seconds, stored);
    }

    /** So little data that only the counts mean anything: it checks that everything works. */
    static final DataSizes SMOKE =
            new DataSizes(1, 20_000, 3_200, 5_000, 5_000, 10_000, 10_000, 50, 1, List.of(10_000, 20_000));
}

package kz.qadam.benchmarks;

import java.util.List;

/**
 * How much is measured.
 *
 * @param pairs of runs for each ratio
 * @param enrolments that progress-service knows of
 * @param posts single ones in a run
 * @param rows sent by the batch in a run
 * @param outbox facts that wait to be sent in a run
 * @param events rolled up in a run
 * @param rebuilt events that are derived anew
 * @param probes of how soon a post is visible
 * @param seconds of each run of reads
 * @param stored events that were there before, for what may not grow with them
 */
record Sizes(
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

    static final Sizes FULL = new Sizes(
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

    /** A tenth of the data, also of the most that is stored: quick to look at, and less to rely on. */
    static final Sizes QUICK =
            new Sizes(5, 100_000, 32_000, 30_000, 50_000, 100_000, 200_000, 200, 4, List.of(100_000, 500_000));

    /** So little that only the counts mean anything: to see that all of it works. */
    static final Sizes SMOKE =
            new Sizes(1, 20_000, 3_200, 5_000, 5_000, 10_000, 10_000, 50, 1, List.of(10_000, 20_000));
}

package kz.qadam.reporting.asof;

/** SQL for the facts, or tallies, that were known at a batch. */
public final class KnownFacts {

    private static final String CURRENT = "to_batch = still_open() and from_batch <= :batch";
    private static final String PAST = "to_batch < still_open() and int8range(from_batch, to_batch) @> :batch::bigint";

    private KnownFacts() {}

    /**
     * The rows that a query selects, as a {@code from} item. Current rows and past rows are selected separately, since
     * each part has its own index.
     *
     * @param query a {@code select} with the placeholder {@code {known}} in its conditions
     */
    public static String of(String query) {
        return "((%s)\nunion all\n(%s))".formatted(query.replace("{known}", CURRENT), query.replace("{known}", PAST));
    }
}

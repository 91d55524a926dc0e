package kz.qadam.local;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The state of an import, as the service returns it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ImportJob(
        String id,
        String status,
        long received,
        long leftOut,
        long processed,
        long accepted,
        long pending,
        long refused,
        long duplicate,
        long conflict,
        long rejected) {

    boolean isFinished() {
        return status.equals("finished") || hasFailed();
    }

    /** Whether the service could no longer read the file before every row was judged. */
    boolean hasFailed() {
        return status.equals("failed");
    }

    /** The number of rows that were not kept. */
    long refusedRows() {
        return conflict + rejected;
    }

    String summary() {
        return "%,d rows: %,d accepted, %,d pending, %,d refused, %,d sent before, %,d in conflict, %,d rejected.%s"
                .formatted(
                        received,
                        accepted,
                        pending,
                        refused,
                        duplicate,
                        conflict,
                        rejected,
                        leftOut == 0 ? "" : " The profile left out %,d more.".formatted(leftOut));
    }
}

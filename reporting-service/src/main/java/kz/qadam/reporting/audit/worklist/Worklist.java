package kz.qadam.reporting.audit.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.reporting.asof.PointInTime;

/**
 * A sample that was drawn and kept.
 *
 * @param region the region of the auditor who drew it; null: of the country
 * @param batch the newest batch that was known to the draw
 * @param total how many learners were trained; the records were drawn from them
 * @param closedAt null while it is open
 */
record Worklist(
        UUID id,
        String cohort,
        String region,
        String seed,
        int size,
        long batch,
        Instant asOf,
        LocalDate onDay,
        long total,
        Instant drawnAt,
        String drawnBy,
        Instant closedAt,
        String closedBy,
        WorklistCounts counts) {

    public boolean isClosed() {
        return closedAt != null;
    }

    /** What was known to the draw. */
    PointInTime point() {
        return new PointInTime(batch, asOf, onDay, null, false, false, true);
    }
}

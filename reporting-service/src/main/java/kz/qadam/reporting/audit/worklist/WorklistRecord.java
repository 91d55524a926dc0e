package kz.qadam.reporting.audit.worklist;

import java.util.UUID;
import java.util.function.Function;
import kz.qadam.reporting.audit.evidence.EvidenceRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record of a worklist. */
@Schema(name = "WorklistRecord", description = "A record to be checked, with what was found.")
record WorklistRecord(
        @Schema(description = "From 1; records of one institution follow each other.")
        int position,

        UUID completionId,
        RecordState state,

        @Schema(nullable = true, description = "Null if nothing was found yet.")
        WorklistFinding finding,

        @Schema(
                nullable = true,
                description =
                        "The record as it was known to the draw; of an erased learner, without references. Null if"
                                + " a rebuild without unreadable events does not know it any more.")
        EvidenceRecord record) {

    /** A member of the record; null if it is not known any more. */
    <T> T of(Function<EvidenceRecord, T> member) {
        return record == null ? null : member.apply(record);
    }

    /** A member of the finding; null without one. */
    <T> T found(Function<WorklistFinding, T> member) {
        return finding == null ? null : member.apply(finding);
    }
}

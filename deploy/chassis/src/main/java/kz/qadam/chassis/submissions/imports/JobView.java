package kz.qadam.chassis.submissions.imports;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.http.security.CountsItems;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that was sent, as shown to its sender. */
@Schema(
        name = "ImportJob",
        description = "A file that was sent, with its progress. processed is the sum of accepted, pending, refused,"
                + " duplicate, conflict and rejected, and equals received when it is finished.")
public record JobView(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                enumeration = {"waiting", "running", "finished", "failed"},
                description = "waiting: stored, no row judged yet. running: some rows are judged. finished: every row"
                        + " is judged. failed: the service lost the key of the file before every row was judged, and"
                        + " has deleted the file; send it again.")
        String status,

        @Schema(description = "The name that you gave; null after expiresAt.", examples = "group-7.csv")
        String fileName,

        @Schema(required = true, description = "Rows in the file, without blank rows.", examples = "60000")
        int received,

        @Schema(
                required = true,
                description = "Rows that the profile has left out; received does not count them.",
                examples = "0")
        int leftOut,

        @Schema(required = true, description = "Rows that are judged.", examples = "42000")
        int processed,

        @Schema(required = true, description = "Rows that were recorded as something new.", examples = "41990")
        int accepted,

        @Schema(required = true, description = "Kept, but waiting for the record that they refer to.")
        int pending,

        @Schema(required = true, description = "Kept, but not counted.")
        int refused,

        @Schema(required = true, description = "Sent before with the same content: nothing changed.")
        int duplicate,

        @Schema(
                required = true,
                description = "Not kept: their reference was sent before with other content. They are in errors.csv.",
                examples = "3")
        int conflict,

        @Schema(required = true, description = "Not kept. They are in errors.csv, with the reasons.", examples = "7")
        int rejected,

        @Schema(required = true) Instant createdAt,

        @Schema(description = "Null until the first row is judged.")
        Instant startedAt,

        @Schema(description = "Null until the file is finished or has failed.")
        Instant finishedAt,

        @Schema(
                required = true,
                description =
                        "When errors.csv and kept.csv are deleted. All other content is deleted earlier: each row as soon as it is"
                                + " judged. The numbers stay.")
        Instant expiresAt,

        @Schema(
                description = "The address of the rows that were not kept, up to now; null if there are none or they"
                        + " are deleted.",
                examples = "/v1/…-imports/0199…/errors.csv")
        String errors,

        @Schema(
                description = "Of a table without references: the address of the kept rows, up to now, with their"
                        + " references and without numbers, as the next table to send; null if there are none or they are"
                        + " deleted.",
                examples = "/v1/…-imports/0199…/kept.csv")
        String kept)
        implements CountsItems {

    static JobView of(Job job, String path, Instant now) {
        Job.Tally tally = job.tally();
        boolean hasErrors = tally.notKept() > 0 && !job.isGone(now);
        boolean hasKept = job.listsKept() && tally.kept() > 0 && !job.isGone(now);
        return new JobView(
                job.id(),
                job.status(),
                job.isGone(now) ? null : job.fileName(),
                tally.received(),
                job.leftOut(),
                tally.processed(),
                tally.accepted(),
                tally.pending(),
                tally.refused(),
                tally.duplicate(),
                tally.conflict(),
                tally.rejected(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.expiresAt(),
                hasErrors ? path + "/" + job.id() + "/errors.csv" : null,
                hasKept ? path + "/" + job.id() + "/kept.csv" : null);
    }
}

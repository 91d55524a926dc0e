package kz.qadam.reporting.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure with all that was received and what became of it. */
@Schema(description = "A figure, and how it comes about from what was received: each stage adds up to the next.")
record Reconciliation(
        Instant asOf,
        LocalDate on,
        long figureVersion,

        @Schema(description = "The body of GET /v1/progress/{cohort}, exact.", implementation = Map.class)
        RawValue figure,

        Counted counted,

        @Schema(description = "By institution, of all cohorts: what was received, and what of it is known here.")
        List<Received> received,

        @Schema(description = "Where the next institutions begin; null on the last page.", nullable = true)
        String cursor) {

    /** From the completions that are known to those trained by them. */
    @Schema(
            description = "The cohort's completions. known = accepted + refused + revoked + pending;"
                    + " accepted = counting + outsideProgramme; counting = figures completions + afterTheDay.")
    record Counted(
            long known,
            long accepted,
            long refused,
            long revoked,
            long pending,

            @Schema(description = "Accepted, and outside the days of the programme.")
            long outsideProgramme,

            long counting,

            @Schema(description = "Completed after the day that was asked for.")
            long afterTheDay,

            @Schema(description = "Those that the figure counts.")
            long completions,

            @Schema(description = "Whose they are.") long completed,

            @Schema(description = "Who is trained by them.") long trained,

            @Schema(description = "Learners of whom the next word is still on its way.")
            long inFlight) {}

    /** What an institution sent. */
    @Schema(
            name = "ReconciliationReceived",
            description = "received = accepted + pending + refused + duplicate + conflict + rejected, as answered;"
                    + " kept = accepted + pending + refused = known + pendingNow + revokedUntold"
                    + " + inFlight.")
    record Received(
            @Schema(examples = "school-42") String institution,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Absent for all days together.")
            LocalDate day,

            long received,
            long accepted,
            long pending,
            long refused,
            long duplicate,
            long conflict,
            long rejected,

            @Schema(description = "Whether the six add up to received.")
            boolean addsUp,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Of all days together.")
            Stock stock) {}

    /** Where what was kept is now. */
    @Schema(name = "ReconciliationStock", description = "Where what was kept is now.")
    record Stock(
            @Schema(description = "accepted + pending + refused.")
            long kept,

            @Schema(description = "Waiting for an enrolment; not told of, unless it was accepted before.")
            long pendingNow,

            @Schema(description = "Refused now, as progress-service counts.")
            long refusedNow,

            @Schema(description = "Revoked while they waited: no event tells of them.")
            long revokedUntold,

            @Schema(description = "Known here and not pending.")
            long known,

            @Schema(description = "Kept, not waiting, told, and not known here yet: on its way.")
            long inFlight,

            @Schema(description = "The last day on which anything was received.", nullable = true)
            LocalDate lastReportedOn) {}
}

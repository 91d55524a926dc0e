package kz.qadam.reporting.audit.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure, reconciled with what institutions have sent. */
@Schema(description = "A figure, reconciled with what institutions have sent: each stage adds up to the next.")
public record Reconciliation(
        Instant asOf,
        LocalDate on,
        long figureVersion,

        @Schema(description = "The exact body of GET /v1/progress/{cohort}.", implementation = Map.class)
        RawValue figure,

        Counted counted,

        @Schema(description = "What each institution has sent for all cohorts, and how much of it is known here.")
        List<Received> received,

        @Schema(description = "The cursor of the next page of institutions; null on the last page.", nullable = true)
        String cursor) {

    /** The stages from the known completions of a cohort to its trained learners. */
    @Schema(
            description = "The cohort's completions. known = accepted + refused + revoked + pending;"
                    + " accepted = counting + outsideProgramme; counting = figures completions + afterTheDay.")
    public record Counted(
            long known,
            long accepted,
            long refused,
            long revoked,
            long pending,

            @Schema(description = "Accepted, but outside the days of the programme.")
            long outsideProgramme,

            long counting,

            @Schema(description = "Completed after the day on.")
            long afterTheDay,

            @Schema(description = "The completions that the figure counts.")
            long completions,

            @Schema(description = "How many learners have these completions.")
            long completed,

            @Schema(description = "How many learners are trained by them.")
            long trained,

            @Schema(description = "How many learners have a state that has not arrived here yet.")
            long inFlight) {}

    /** What an institution has sent, on one day or on all days. */
    @Schema(
            name = "ReconciliationReceived",
            description = "received = accepted + pending + refused + duplicate + conflict + rejected, as answered;"
                    + " kept = accepted + pending + refused = known + pendingNow + revokedUntold"
                    + " + inFlight.")
    record Received(
            @Schema(examples = "school-42") String institution,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Absent in the sum of all days.")
            LocalDate day,

            long received,
            long accepted,
            long pending,
            long refused,
            long duplicate,
            long conflict,
            long rejected,

            @Schema(description = "Whether the six verdicts add up to received.")
            boolean addsUp,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only in the sum of all days.")
            Stock stock) {}

    /** The present state of the completions that were kept. */
    @Schema(name = "ReconciliationStock", description = "The present state of the completions that were kept.")
    record Stock(
            @Schema(description = "accepted + pending + refused.")
            Long kept,

            @Schema(description = "Waiting for an enrolment; not published, unless it was accepted before.")
            long pendingNow,

            @Schema(description = "Refused now, as progress-service counts.")
            long refusedNow,

            @Schema(description = "Revoked while pending, so that no event was published.")
            long revokedUntold,

            @Schema(description = "Known here, and not pending.")
            long known,

            @Schema(description = "Kept and published, but not known here yet: the event is on its way.")
            long inFlight,

            @Schema(description = "The last day on which anything was received.", nullable = true)
            LocalDate lastReportedOn) {}
}

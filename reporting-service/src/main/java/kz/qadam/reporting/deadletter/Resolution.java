package kz.qadam.reporting.deadletter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Pattern;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody decides about a dead letter, and why. */
@Schema(description = "What is decided about a dead letter, and why.")
record Resolution(
        @NotNull @Schema(description = "retry: read it again as it came; discard: it stays unread for ever.")
        Action action,

        @NotNull
        @Size(min = 1, max = 1000)
        @Schema(description = "For whoever asks later.", examples = "The reader has learnt the new region.")
        String reason) {

    private static final Pattern LIKE_IIN = Pattern.compile("[0-9]{12}");

    Resolution {
        if (reason != null && LIKE_IIN.matcher(reason).find()) {
            throw new Problem(
                    ProblemType.RULE_VIOLATED,
                    null,
                    List.of(Fault.at("/reason", "looks-like-iin", "holds what looks like an identification number")));
        }
    }

    enum Action {
        retry("retried"),
        discard("discarded");

        final String outcome;

        Action(String outcome) {
            this.outcome = outcome;
        }
    }
}

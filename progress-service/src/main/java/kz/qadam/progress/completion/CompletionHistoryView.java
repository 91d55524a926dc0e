package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.progress.completion.Completion.EnrolmentMembers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All states of a completion. */
@Schema(
        name = "CompletionHistory",
        description = "All states of a completion, the oldest first. No state is ever overwritten.")
public record CompletionHistoryView(
        UUID id,
        @Schema(examples = "C-2026-0001") String reference,
        @Schema(examples = "school-42") String institution,
        List<State> states) {

    /** One state. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CompletionState", description = "One state. Members that do not apply are left out.")
    public record State(
            @Schema(examples = "2") int version,

            @Schema(description = "When this state was recorded; it was current until the next state was recorded.")
            Instant recordedAt,

            CompletionStatus status,
            @Schema(examples = "before-enrolment") String because,
            boolean counts,

            @Schema(description = "What the institution stated; absent if the revocation came before the completion.")
            CompletionContent stated,

            UUID enrolmentId,
            UUID learnerId,
            @Schema(examples = "AI-101") String course,
            @Schema(examples = "pupils") String cohort,
            @Schema(examples = "KZ-75") String region,

            @Schema(
                    description = "The cause: reported, corrected, revoked; enrolment-known, enrolment-corrected,"
                            + " merged (learners were merged, or a merge was undone); programme.",
                    examples = "corrected")
            String cause,

            @Schema(description = "The reason given with a correction or a revocation.")
            String reason,

            @Schema(description = "The author; absent if the service derived the state from another change.")
            Author by) {}

    /** The author of a statement: a role, never a person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StatedBy")
    public record Author(
            @Schema(enumeration = {"partner", "office"}) String role,

            @Schema(description = "The institution of a partner; absent for the office.", examples = "school-42")
            String institution) {

        private static Author of(Completion state) {
            String role = state.origin().role();
            if (role == null) {
                return null;
            }
            return new Author(role, role.equals(Role.PARTNER) ? state.institution() : null);
        }
    }

    /** Builds the view from all states of one completion, in their order. */
    static CompletionHistoryView of(List<Completion> states) {
        Completion now = states.get(states.size() - 1);
        return new CompletionHistoryView(
                now.id(),
                now.reference(),
                now.institution(),
                states.stream().map(CompletionHistoryView::state).toList());
    }

    private static State state(Completion c) {
        EnrolmentMembers enrolled = c.enrolled();
        return new State(
                c.version(),
                c.origin().at(),
                c.state().status(),
                c.state().because(),
                c.state().counts(),
                c.content(),
                enrolled == null ? null : enrolled.enrolmentId(),
                enrolled == null ? null : enrolled.learnerId(),
                enrolled == null ? null : enrolled.course(),
                enrolled == null ? null : enrolled.cohort(),
                enrolled == null ? null : enrolled.region(),
                c.origin().cause().ofCompletion(),
                c.origin().reason(),
                Author.of(c));
    }
}

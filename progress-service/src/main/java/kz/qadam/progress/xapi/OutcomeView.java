package kz.qadam.progress.xapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.qadam.progress.completion.CompletionStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a statement, as its institution sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StatementOutcome", description = "A statement about a course of ours, and what became of it.")
record OutcomeView(
        @Schema(description = "The id of the statement; if it came without one, the one that it got.")
        UUID id,

        @Schema(examples = "moodle") String platform,

        @Schema(description = "The name of the account.", examples = "17")
        String account,

        @Schema(
                description = "The address of the course at the platform.",
                examples = "https://lms.school-42.example/course/view.php?id=2")
        String activity,

        @Schema(examples = "AI-101") String course,

        @Schema(description = "done or failed.", examples = "done")
        String result,

        @Schema(description = "The time that it says.") Instant at,

        @Schema(description = "The same as a day of Almaty.", examples = "2026-05-31")
        LocalDate day,

        @Schema(
                description =
                        "counted: it has made the completion. repeated: the completion is there already. waiting: for"
                                + " a link or an enrolment. ignored: it adds nothing.",
                examples = "waiting")
        String state,

        @Schema(description = "Why it waits, or adds nothing: a code.", examples = "no-account")
        String because,

        @Schema(
                description = "The same as a sentence.",
                examples = "The account is not linked to a learner yet. The statement waits.")
        String text,

        @Schema(description = "The completion under its enrolment.")
        UUID completionId,

        @Schema(description = "The status of that completion.")
        CompletionStatus completionStatus,

        Instant receivedAt) {

    /** A number of statements of a day. */
    @Schema(name = "StatementCount", description = "How many statements of a day became what.")
    record Counted(
            @Schema(examples = "2026-05-31") LocalDate day,

            @Schema(description = "The verb; other if no profile asks for it.")
            String verb,

            @Schema(description = "The type of its object; other if no profile asks for it.")
            String type,

            @Schema(
                    description = "What became of them when they came: a state, or the code of why they were left out.",
                    examples = "not-asked-for")
            String outcome,

            @Schema(examples = "31") long statements) {}

    /** What became of the statements of some days. */
    @Schema(name = "StatementCounts")
    record Counts(List<Counted> items) {}

    /** Not the account: it may say who somebody is. */
    @Override
    public String toString() {
        return "OutcomeView[" + id + ", " + state + ", " + because + "]";
    }
}

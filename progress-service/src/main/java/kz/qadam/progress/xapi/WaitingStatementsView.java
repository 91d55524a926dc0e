package kz.qadam.progress.xapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What waits, in groups: courses that nobody has named, or accounts that are not linked or not enrolled. */
@Schema(name = "WaitingStatements", description = "What waits for the institution to say something.")
record WaitingStatementsView(
        @Schema(description = "The groups, those with most statements first; at most 1,000.")
        List<Group> items) {

    /** Statements that wait for the same. */
    @Schema(name = "WaitingGroup")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(
            @Schema(examples = "moodle") String platform,

            @Schema(
                    description = "By course: its address at the platform.",
                    examples = "https://lms.school-42.example/course/view.php?id=2")
            String activity,

            @Schema(description = "By course: what the platform calls it.", examples = "Python негіздері")
            String title,

            @Schema(description = "By account: its name.", examples = "17")
            String account,

            @Schema(
                    description = "unnamed-course: say which course of ours it is. no-account: link the account."
                            + " no-enrolment: enrol the learner, see missing-enrolments.csv.",
                    examples = "no-account")
            String because,

            @Schema(examples = "31") long statements,

            @Schema(description = "By account: the earliest day that they say.", examples = "2026-05-31")
            LocalDate firstDay,

            @Schema(description = "When the last one came.") Instant lastAt) {

        /** Not the account: it may say who somebody is. */
        @Override
        public String toString() {
            return "Group[" + activity + ", " + because + ", " + statements + "]";
        }
    }
}

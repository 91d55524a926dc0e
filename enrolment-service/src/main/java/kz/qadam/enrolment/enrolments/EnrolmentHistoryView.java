package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every state that an enrolment has had. */
@Schema(name = "EnrolmentHistory", description = "Every state that an enrolment has had, the oldest first.")
record EnrolmentHistoryView(
        UUID id,
        @Schema(examples = "E-1") String reference,
        @Schema(examples = "school-42") String institution,
        List<State> states) {

    /** One state, and how it came about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EnrolmentState", description = "One state of an enrolment, and how it came about.")
    record State(
            @Schema(examples = "2") int version,

            @Schema(
                    description = "What led to this state. split: a merge of learners was undone.",
                    enumeration = {"enrolled", "withdrawn", "corrected", "merged", "split"},
                    examples = "corrected")
            String event,

            @Schema(
                    description = "The learner in this state. A later merge or split of learners does not change it.",
                    examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
            UUID learnerId,

            @Schema(examples = "AI-101") String course,

            @Schema(examples = "pupils") String cohort,

            @Schema(examples = "KZ-71") String region,

            @Schema(examples = "2026-02-01") LocalDate enrolledOn,

            @JsonUnwrapped EnrolmentAttributes attributes,

            @Schema(description = "Absent while there is no withdrawal.", examples = "2026-04-01")
            LocalDate withdrawnOn,

            @Schema(
                    description = "The reason given for this change; absent if none was given.",
                    examples = "Typed in the wrong row")
            String reason,

            @Schema(description = "Absent in states recorded before the author was kept.")
            Author by,

            @Schema(examples = "2026-04-02T09:15:00Z") Instant recordedAt) {}

    /** Who made a state. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "StatedBy",
            description = "Who made the change: a role and, for a partner, its institution. No person is named.")
    record Author(
            @Schema(
                    enumeration = {"partner", "office"},
                    examples = "partner")
            String role,

            @Schema(examples = "school-42") String institution) {}
}

package kz.qadam.enrolment.enrolments;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a post of a correction looks like. */
@Schema(name = "EnrolmentCorrection", description = "An enrolment said something wrong. What is left out stays.")
record CorrectionForm(
        @Schema(description = "Left out by a partner: it follows from the token.", examples = "school-42")
        String institution,

        @Schema(
                required = true,
                description = "The reference of the enrolment, which is tried first, or its id.",
                examples = "E-1")
        String enrolment,

        @Schema(examples = "AI-101") String course,

        @Schema(examples = "pupils") String cohort,

        @Schema(description = "ISO 3166-2:KZ", examples = "KZ-71")
        String region,

        @Schema(examples = "2026-02-02") LocalDate enrolledOn,

        @Schema(
                required = true,
                maxLength = 1000,
                description = "Why, for the record; it is not published.",
                examples = "Typed in the wrong row")
        String reason,

        @Schema(
                description = "The version that you have read; if it is not current any more, 409 version-conflict.",
                examples = "1")
        Integer version) {

    static final String EXAMPLE = """
            {"enrolment": "E-1", "region": "KZ-71", "reason": "Typed in the wrong row", "version": 1}""";

    static final String CSV = """
            enrolment,enrolledOn,reason
            E-1,2026-02-02,Typed in the wrong row
            """;
}

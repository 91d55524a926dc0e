package kz.qadam.enrolment.enrolments;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import kz.qadam.chassis.batch.Form;
import kz.qadam.chassis.batch.FreeText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a correction. */
@Schema(
        name = "EnrolmentCorrection",
        description = "The correction of a wrong enrolment. Members that are left out stay as they are.")
record CorrectionForm(
        @Schema(description = "A partner leaves it out: it follows from the token.", examples = "school-42")
        @Size(min = 1, max = 100)
        @FreeText
        String institution,

        @Schema(description = "The reference of the enrolment (tried first) or its id.", examples = "E-1")
        @NotNull
        @Size(min = 1, max = 100)
        @FreeText
        String enrolment,

        @Schema(examples = "AI-101") @Size(min = 1, max = 100) @FreeText
        String course,

        @Schema(examples = "pupils") @Size(min = 1, max = 100) @FreeText
        String cohort,

        @Schema(description = "ISO 3166-2:KZ", examples = "KZ-71") @Size(min = 1, max = 100) @FreeText
        String region,

        @Schema(examples = "2026-02-02") LocalDate enrolledOn,

        @Schema(description = "The reason, for the record; it is not published.", examples = "Typed in the wrong row")
        @NotNull
        @Size(min = 1, max = 1_000)
        @FreeText
        String reason,

        @Schema(
                description = "The version that you read. If it is no longer current: 409 version-conflict.",
                examples = "1")
        @Min(1)
        Integer version) {

    static final Form<CorrectionForm> FORM = Form.of(CorrectionForm.class);

    static final String EXAMPLE = """
            {"enrolment": "E-1", "region": "KZ-71", "reason": "Typed in the wrong row", "version": 1}""";

    static final String CSV = """
            enrolment,enrolledOn,reason
            E-1,2026-02-02,Typed in the wrong row
            """;
}

package kz.qadam.enrolment.enrolments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import kz.qadam.chassis.batch.Form;
import kz.qadam.chassis.batch.FreeText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a withdrawal. */
@Schema(name = "Withdrawal", description = "A learner has left a course.")
record WithdrawalForm(
        @Schema(description = "A partner leaves it out: it follows from the token.", examples = "school-42")
        @Size(min = 1, max = 100)
        @FreeText
        String institution,

        @Schema(description = "The reference of the enrolment (tried first) or its id.", examples = "E-1")
        @NotNull
        @Size(min = 1, max = 100)
        @FreeText
        String enrolment,

        @Schema(description = "The local day on which the learner left.", examples = "2026-04-01") @NotNull
        LocalDate on,

        @Schema(description = "For your own record; it is not published.", examples = "Moved away")
        @Size(min = 1, max = 1_000)
        @FreeText
        String reason) {

    static final Form<WithdrawalForm> FORM = Form.of(WithdrawalForm.class);

    static final String EXAMPLE = """
            {"enrolment": "E-1", "on": "2026-04-01", "reason": "Moved away"}""";

    static final String CSV = """
            enrolment,on,reason
            E-1,2026-04-01,Moved away
            """;
}

package kz.qadam.enrolment.enrolments;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a post of a withdrawal looks like. */
@Schema(name = "Withdrawal", description = "A learner has left a course.")
record WithdrawalForm(
        @Schema(description = "Left out by a partner: it follows from the token.", examples = "school-42")
        String institution,

        @Schema(
                required = true,
                description = "The reference of the enrolment, which is tried first, or its id.",
                examples = "E-1")
        String enrolment,

        @Schema(required = true, description = "The local day on which the learner left.", examples = "2026-04-01")
        LocalDate on,

        @Schema(maxLength = 1000, description = "For your own record; it is not published.", examples = "Moved away")
        String reason) {

    static final String EXAMPLE = """
            {"enrolment": "E-1", "on": "2026-04-01", "reason": "Moved away"}""";

    static final String CSV = """
            enrolment,on,reason
            E-1,2026-04-01,Moved away
            """;
}

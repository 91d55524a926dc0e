package kz.qadam.enrolment.learners;

import jakarta.validation.constraints.NotNull;
import kz.qadam.chassis.http.batch.Fields;
import kz.qadam.chassis.http.batch.Form;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a block. */
@Schema(name = "NewTemporaryBlock", description = "A learner is to be blocked for a time.")
record TemporaryBlockPost(
        @Schema(examples = "disputed") @NotNull BlockReason reason) {

    private static final Form<TemporaryBlockPost> FORM = Form.of(TemporaryBlockPost.class);

    static final String EXAMPLE = """
            {"reason": "disputed"}""";

    /** @throws kz.qadam.chassis.http.problem.Problem if the body has faults */
    static TemporaryBlockPost read(Fields fields) {
        return FORM.readOrThrow(fields);
    }
}

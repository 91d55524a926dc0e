package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import kz.qadam.chassis.batch.BatchAnswer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** The verdict on every item of a batch of which nothing was kept, and what all of them together would do. */
@Schema(name = "EnrolmentBatchPreview", description = "The verdicts, and what all items together would do.")
record BatchPreview(@JsonUnwrapped BatchAnswer verdicts, Effect effect) {

    /** The answer: 207, as of any batch. */
    RestResponse<?> answer() {
        return RestResponse.ResponseBuilder.create(207, "Multi-Status")
                .entity((Object) this)
                .build();
    }
}

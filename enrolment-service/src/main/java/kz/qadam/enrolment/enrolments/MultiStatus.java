package kz.qadam.enrolment.enrolments;

import kz.qadam.chassis.batch.BatchAnswer;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** 207: each item has a verdict of its own. */
final class MultiStatus {

    private static final int STATUS = 207;

    private MultiStatus() {}

    static RestResponse<BatchAnswer> of(BatchAnswer answer) {
        return ResponseBuilder.<BatchAnswer>create(STATUS).entity(answer).build();
    }
}

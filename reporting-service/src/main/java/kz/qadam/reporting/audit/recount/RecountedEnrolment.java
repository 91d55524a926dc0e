package kz.qadam.reporting.audit.recount;

import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;

/**
 * The state of an enrolment, as its newest event states it.
 *
 * @param attributes what the institution says of it besides, by name
 */
record RecountedEnrolment(
        UUID enrolmentId,
        long version,
        UUID learnerId,
        String cohort,
        String region,
        String institution,
        String course,
        @MayBeAbsent Map<String, String> attributes)
        implements RecountedState {

    RecountedEnrolment {
        attributes = attributes == null ? Map.of() : attributes;
    }
}

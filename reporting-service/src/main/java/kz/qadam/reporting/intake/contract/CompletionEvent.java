package kz.qadam.reporting.intake.contract;

import static kz.qadam.chassis.events.event.EventJson.require;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.events.event.MayBeNull;
import kz.qadam.reporting.catalogue.RegionCode;
import kz.qadam.reporting.rollup.fact.Cause;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.CompletionEventDetails;

/**
 * The data of {@code kz.qadam.completion.*.v1}: a state of a completion.
 *
 * @param details what no fact needs. The intake checks it for those who read the event again
 * @param movedFrom its former learner and cohort, if it passed to another learner or cohort
 */
record CompletionEvent(
        UUID completionId,
        String reference,
        String institution,
        UUID enrolmentId,
        UUID learnerId,
        String course,
        String cohort,
        String region,
        LocalDate completedOn,
        String status,
        boolean counts,
        @MayBeNull String because,
        String cause,
        long trainedVersion,
        long version,
        Instant recordedAt,
        @JsonUnwrapped CompletionEventDetails details,
        @MayBeAbsent MovedFrom movedFrom) {

    private static final Set<String> STATUS = Set.of("accepted", "pending", "refused", "revoked");

    /** The figures do not need it. The intake checks it for the recount. */
    record MovedFrom(UUID learnerId, String cohort, long trainedVersion) {}

    CompletionEvent {
        RegionCode.requireCode(region);
        require(STATUS.contains(status), "status is not a value of the contract.");
    }

    Completion fact() {
        return new Completion(
                completionId,
                version,
                reference,
                institution,
                enrolmentId,
                learnerId,
                course,
                cohort,
                region,
                completedOn,
                status,
                counts,
                because,
                Map.of(),
                Cause.ofCompletion(cause),
                trainedVersion,
                recordedAt);
    }
}

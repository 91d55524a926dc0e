package kz.qadam.reporting.intake.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.events.event.MayBeNull;
import kz.qadam.reporting.catalogue.RegionCode;
import kz.qadam.reporting.rollup.fact.Cause;
import kz.qadam.reporting.rollup.fact.Enrolment;

/**
 * The data of {@code kz.qadam.enrolment.*.v1}: a state of an enrolment.
 *
 * @param attributes what else the institution says of it; null if it says nothing
 * @param cause why it was corrected; null in events of earlier versions of enrolment-service
 */
record EnrolmentEvent(
        UUID enrolmentId,
        String reference,
        String institution,
        UUID learnerId,
        String course,
        String cohort,
        String region,
        LocalDate enrolledOn,
        @MayBeNull LocalDate withdrawnOn,
        @MayBeAbsent Map<String, String> attributes,
        @MayBeAbsent String cause,
        long version,
        @MayBeAbsent Instant recordedAt) {

    EnrolmentEvent {
        RegionCode.requireCode(region);
    }

    Enrolment enrolled() {
        return fact("enrolled");
    }

    Enrolment withdrawn() {
        return fact("withdrawn");
    }

    Enrolment corrected() {
        return fact(cause == null ? "corrected" : cause);
    }

    private Enrolment fact(String factCause) {
        return new Enrolment(
                enrolmentId,
                version,
                reference,
                institution,
                learnerId,
                course,
                cohort,
                region,
                enrolledOn,
                withdrawnOn,
                Attributes.declared(attributes),
                Cause.ofEnrolment(factCause));
    }
}

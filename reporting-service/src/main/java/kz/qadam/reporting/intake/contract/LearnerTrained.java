package kz.qadam.reporting.intake.contract;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.reporting.catalogue.RegionCode;
import kz.qadam.reporting.rollup.fact.Cause;
import kz.qadam.reporting.rollup.fact.Trained;

/** The data of {@code kz.qadam.learner.trained.v1}: a learner is trained in a cohort, by the named completion. */
record LearnerTrained(
        UUID learnerId,
        String cohort,
        @MayBeAbsent Boolean trained,
        LocalDate trainedOn,
        UUID completionId,
        @MayBeAbsent String reference,
        String institution,
        String region,
        String course,
        long requirementVersion,
        long programmeVersion,
        long cohortVersion,
        String cause,
        long version,
        @MayBeAbsent Instant recordedAt) {

    LearnerTrained {
        RegionCode.requireCode(region);
        require(requirementVersion >= 1, "requirementVersion is not a whole number from 1.");
    }

    Trained fact() {
        var by = new Trained.By(trainedOn, completionId, institution, region, course, Map.of(), requirementVersion);
        return new Trained(learnerId, cohort, version, programmeVersion, cohortVersion, Cause.ofTrained(cause), by);
    }
}

package kz.qadam.enrolment.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cohort with the version in force on a day. */
@Schema(name = "Cohort", description = "A cohort, with the version that is in force on the day asked for.")
record CohortView(
        @Schema(examples = "pupils") String code,
        LocalizedName names,

        @Schema(nullable = true, description = "Null: no target.", examples = "500000")
        Integer target,

        Requirement requirement,

        @Schema(
                nullable = true,
                description = "Null: progress is expected evenly from the first day of the programme to the last.")
        Plan plan,

        @Schema(description = "The first day on which this version is in force.", examples = "2000-01-01")
        LocalDate validFrom) {

    static CohortView of(Cohort cohort, CohortVersion inForce) {
        return new CohortView(
                cohort.code, cohort.names, inForce.target, inForce.requirement(), inForce.plan, inForce.validFrom);
    }

    /** All cohorts, in their order. */
    @Schema(name = "Cohorts")
    record All(List<CohortView> items) {}

    /** One version of a cohort. */
    @Schema(name = "CohortVersion")
    record Version(
            int version,
            LocalDate validFrom,
            @Schema(nullable = true) Integer target,
            Requirement requirement,
            @Schema(nullable = true) Plan plan,
            String reason,
            Instant recordedAt) {

        static Version of(CohortVersion v) {
            return new Version(v.version, v.validFrom, v.target, v.requirement(), v.plan, v.reason, v.recordedAt);
        }
    }

    /** All versions of a cohort, in the order in which they were recorded. */
    @Schema(name = "CohortVersions")
    record Versions(List<Version> items) {}
}

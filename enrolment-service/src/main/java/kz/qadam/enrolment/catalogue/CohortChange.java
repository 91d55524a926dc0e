package kz.qadam.enrolment.catalogue;

import java.time.LocalDate;
import kz.qadam.chassis.http.batch.ItemFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change that the office sends: target, requirement and plan of a cohort from a day on.
 *
 * @param names null: the names stay; a new cohort needs them
 * @param target null: no target, which differs from a target of zero
 * @param plan null: progress is expected evenly
 */
@Schema(description = "A cohort, or a new version of one: its target, requirement and plan from a day on.")
record CohortChange(
        @Schema(examples = "pupils") String code,

        @Schema(description = "If left out, the names stay. A new cohort needs them.")
        LocalizedName names,

        @Schema(
                required = true,
                nullable = true,
                minimum = "0",
                description = "How many people are to be trained; null: there is no target.",
                examples = "500000")
        Integer target,

        @Schema(required = true) Requirement requirement,

        @Schema(
                nullable = true,
                description =
                        "How the target is to be reached. If left out, the plan in force on validFrom stays; a new"
                                + " cohort is then expected to progress evenly. Null: evenly.")
        Plan plan,

        @Schema(required = true, description = "The first day of this version.", examples = "2026-09-01")
        LocalDate validFrom,

        @Schema(
                required = true,
                description = "The reason, for the record. It must not name a person.",
                examples = "Order No. 17 of the ministry")
        String reason) {

    /** A day before any programme: the first version of each cohort starts here, so that every day has a version. */
    static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** The version of a cohort before it gets a target. */
    static CohortChange withoutTarget(Requirement requirement, String reason) {
        return new CohortChange(null, null, null, requirement, null, EARLIEST, reason);
    }

    /** Reads a change that creates a cohort. */
    static CohortChange readNew(Cohort cohort, ItemFields fields) {
        fields.require("names");
        return read(cohort, fields);
    }

    static CohortChange read(Cohort cohort, ItemFields fields) {
        CodeRules.matchPath(fields, cohort.code);
        fields.require("requirement", "validFrom", "reason");
        if (!fields.mentions("target")) {
            fields.unreadable("target", "missing/null-says-none");
        }
        LocalDate validFrom = fields.date("validFrom");
        if (validFrom != null && validFrom.isBefore(EARLIEST)) {
            fields.broken("validFrom", "too-early", EARLIEST);
        }
        Integer target = fields.whole("target", 0, 100_000_000);
        var change = new CohortChange(
                cohort.code,
                LocalizedName.read(fields, "names"),
                target,
                Requirement.read(fields).orElse(Requirement.NONE),
                fields.mentions("plan") ? Plan.read(fields, target) : planOn(cohort, validFrom),
                validFrom,
                fields.freeText("reason", 1_000));
        fields.throwProblem();
        return change;
    }

    private static Plan planOn(Cohort cohort, LocalDate validFrom) {
        return validFrom == null
                ? null
                : cohort.inForce(validFrom).map(version -> version.plan).orElse(null);
    }
}

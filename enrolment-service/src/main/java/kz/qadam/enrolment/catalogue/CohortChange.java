package kz.qadam.enrolment.catalogue;

import java.time.LocalDate;
import kz.qadam.chassis.batch.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the office wants a cohort's target, requirement and plan to be from a day on.
 *
 * @param names null: they stay; a new cohort has some
 * @param target null: there is none, which is not zero
 * @param plan null: evenly
 */
@Schema(description = "A cohort, or a new version of one: its target, requirement and plan from a day on.")
record CohortChange(
        @Schema(examples = "pupils") String code,

        @Schema(description = "Left out, they stay. A cohort that is created needs them.")
        Names names,

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
                        "How the target is to be reached. Left out, it stays as it is on validFrom, and is evenly for a"
                                + " cohort that is created; null: evenly.")
        Plan plan,

        @Schema(required = true, description = "The first day on which it holds.", examples = "2026-09-01")
        LocalDate validFrom,

        @Schema(required = true, description = "Why, for the record.", examples = "Order No. 17 of the ministry")
        String reason) {

    /** Before any programme began: the first version of each cohort holds from here, so that every day has one. */
    static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** What a cohort is until it is given a target. */
    static CohortChange withoutTarget(Requirement requirement, String reason) {
        return new CohortChange(null, null, null, requirement, null, EARLIEST, reason);
    }

    /** Reads what a cohort that does not exist yet is to be. */
    static CohortChange ofNew(Cohort cohort, Fields fields) {
        fields.require("names");
        return read(cohort, fields);
    }

    static CohortChange read(Cohort cohort, Fields fields) {
        Codes.same(fields, cohort.code);
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
                Names.read(fields, "names"),
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

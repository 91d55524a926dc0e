package kz.qadam.enrolment.catalogue;

import java.time.LocalDate;
import kz.qadam.chassis.batch.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the office wants a cohort's target, requirement and plan to be from a day on.
 *
 * @param names null: they stay
 * @param target null: there is none, which is not zero
 * @param plan null: evenly
 */
@Schema(description = "A new version of a cohort: its target, requirement and plan from a day on.")
record CohortChange(
        @Schema(examples = "pupils") String code,

        @Schema(description = "Left out, they stay.") Names names,

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
                        "How the target is to be reached. Left out, it stays as it is on validFrom; null: evenly.")
        Plan plan,

        @Schema(required = true, description = "The first day on which it holds.", examples = "2026-09-01")
        LocalDate validFrom,

        @Schema(required = true, description = "Why, for the record.", examples = "Order No. 17 of the ministry")
        String reason) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

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

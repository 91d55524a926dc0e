package kz.qadam.reporting.audit.recount;

import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.catalogue.Catalogue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** The request for a recount. */
@Schema(name = "RecountQuestion", description = "What to recount; without members, all figures as known now.")
record RecountQuestion(
        @Schema(description = "The code of a cohort; absent or total: all cohorts.", examples = "pupils")
        String cohort,

        @Schema(description = PointInTimeResolver.AS_OF, examples = "2026-06-01T00:00:00+05:00")
        String asOf,

        @Schema(description = PointInTimeResolver.ON, examples = "2026-05-31")
        String on) {

    static final RecountQuestion EVERYTHING = new RecountQuestion(null, null, null);

    /** @throws Problem if it cannot be read */
    static RecountQuestion read(ItemFields fields) {
        var question =
                new RecountQuestion(fields.text("cohort", 100), fields.text("asOf", 100), fields.text("on", 100));
        fields.throwProblem();
        return question;
    }

    /**
     * The cohort to recount; null: all.
     *
     * @throws Problem 404 if it was not known then
     */
    String cohort(Handle database, PointInTime point) {
        if (cohort == null || cohort.equals(Catalogue.TOTAL)) {
            return null;
        }
        if (!Catalogue.at(database, point.batch()).cohorts().containsKey(cohort)) {
            throw Problem.unknownCode("cohort", cohort);
        }
        return cohort;
    }
}

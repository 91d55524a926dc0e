package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.chassis.table.Columns;
import kz.qadam.enrolment.catalogue.Catalogue;

/**
 * An enrolment said something wrong. What is null stays.
 *
 * @param version the one that its author has seen, or null
 */
record Correction(
        String institution,
        String enrolment,
        String course,
        String cohort,
        String region,
        LocalDate enrolledOn,
        String reason,
        Integer version)
        implements Amendment {

    static final Columns COLUMNS =
            Columns.of("institution", "enrolment", "course", "cohort", "region", "enrolledOn", "reason", "version");

    static Correction read(Fields fields, Submitter submitter) {
        fields.require("reason", "enrolment");
        return new Correction(
                EnrolmentKind.readInstitution(fields, submitter),
                fields.freeText("enrolment", 100),
                fields.freeText("course", 100),
                fields.freeText("cohort", 100),
                fields.freeText("region", 100),
                fields.date("enrolledOn"),
                fields.freeText("reason", 1_000),
                fields.whole("version", 1, Integer.MAX_VALUE));
    }

    @Override
    public List<Fault> broken(Fields fields, Catalogue catalogue, LocalDate today) {
        return Rules.content(fields, course, cohort, region, enrolledOn, catalogue, today);
    }

    /** The same sent again finds its work done, whatever version it was written for. */
    @Override
    public Change applyTo(Enrolment enrolment, ParsedItem<?> item, Instant now) {
        Content corrected = corrected(enrolment);
        if (corrected.equals(enrolment.content())) {
            return new Change.Unchanged();
        }
        if (version != null && version != enrolment.version()) {
            return new Change.Refused(new Problem(
                    ProblemType.VERSION_CONFLICT, item.fields().fault("version", "not-current", enrolment.version())));
        }
        var origin = new Origin(Origin.Event.CORRECTED, reason, item.submitter().role(), now);
        return new Change.Changed(200, enrolment.corrected(corrected, origin));
    }

    /** A region that only says what was derived is no correction. */
    private Content corrected(Enrolment enrolment) {
        Content content = enrolment.content();
        return new Content(
                content.learnerId(),
                course == null ? content.course() : course,
                cohort == null ? content.cohort() : cohort,
                region == null || region.equals(enrolment.region()) ? content.region() : region,
                enrolledOn == null ? content.enrolledOn() : enrolledOn);
    }
}

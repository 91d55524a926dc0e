package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.chassis.table.Columns;
import kz.qadam.enrolment.catalogue.Catalogue;

/** The correction of a wrong enrolment. A member that is null stays as it was. */
record Correction(CorrectionForm sent) implements Amendment {

    static final Columns COLUMNS = CorrectionForm.FORM.columns();

    static Correction read(Fields fields) {
        return new Correction(CorrectionForm.FORM.read(fields));
    }

    @Override
    public String institution() {
        return sent.institution();
    }

    @Override
    public String enrolment() {
        return sent.enrolment();
    }

    @Override
    public String course() {
        return sent.course();
    }

    @Override
    public String cohort() {
        return sent.cohort();
    }

    @Override
    public List<Fault> brokenRules(Fields fields, Catalogue catalogue, LocalDate today) {
        return EnrolmentRules.content(
                fields, sent.course(), sent.cohort(), sent.region(), sent.enrolledOn(), catalogue, today);
    }

    /** If the correction was applied before, nothing changes, whatever version it names. */
    @Override
    public Change applyTo(Enrolment enrolment, ParsedItem<?> item, Instant now) {
        EnrolmentContent corrected = corrected(enrolment);
        if (corrected.equals(enrolment.content())) {
            return new Change.Unchanged();
        }
        if (sent.version() != null && sent.version() != enrolment.version()) {
            return new Change.Refused(new Problem(
                    ProblemType.VERSION_CONFLICT, item.fields().fault("version", "not-current", enrolment.version())));
        }
        var origin = new Origin(
                Origin.Event.CORRECTED, sent.reason(), item.submitter().role(), now);
        return new Change.Changed(200, enrolment.corrected(corrected, origin));
    }

    /** A region that equals the derived one is not a correction. */
    private EnrolmentContent corrected(Enrolment enrolment) {
        EnrolmentContent content = enrolment.content();
        return new EnrolmentContent(
                content.learnerId(),
                sent.course() == null ? content.course() : sent.course(),
                sent.cohort() == null ? content.cohort() : sent.cohort(),
                sent.region() == null || sent.region().equals(enrolment.region()) ? content.region() : sent.region(),
                sent.enrolledOn() == null ? content.enrolledOn() : sent.enrolledOn());
    }
}

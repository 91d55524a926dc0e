package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.table.Columns;
import kz.qadam.enrolment.catalogue.Catalogue;

/** That an enrolment said something wrong. What is null stays. */
record Correction(Target target, CorrectionForm sent) implements Amendment {

    static final Columns COLUMNS = CorrectionForm.FORM.columns();

    static Correction read(Item item, Acting acting) {
        CorrectionForm sent = CorrectionForm.FORM.read(item.fields());
        return new Correction(Target.of(item.fields(), acting, sent.institution(), sent.enrolment()), sent);
    }

    @Override
    public List<String> codes() {
        return Arrays.asList(sent.course(), sent.cohort());
    }

    @Override
    public Optional<Problem> problem(Catalogue catalogue, LocalDate today) {
        Fields fields = target.fields();
        List<Fault> broken = new ArrayList<>(Rules.reporter(target, catalogue));
        broken.addAll(Rules.content(
                fields, sent.course(), sent.cohort(), sent.region(), sent.enrolledOn(), catalogue, today));
        return fields.certainProblem(broken);
    }

    /** The same sent again finds its work done, whatever version it was written for. */
    @Override
    public Effect on(Enrolment enrolment, Instant now) {
        Content corrected = over(enrolment);
        if (corrected.equals(enrolment.content())) {
            return new Effect.Unchanged();
        }
        if (sent.version() != null && sent.version() != enrolment.version()) {
            return new Effect.Refused(new Problem(
                    ProblemType.VERSION_CONFLICT,
                    target.fields().fault("version", "not-current", enrolment.version())));
        }
        var origin = new Origin(
                Origin.Event.CORRECTED, sent.reason(), target.acting().role(), now);
        return new Effect.Changed(200, enrolment.corrected(corrected, origin));
    }

    /** A region that only says what was derived is no correction. */
    private Content over(Enrolment enrolment) {
        Content content = enrolment.content();
        return new Content(
                content.learnerId(),
                sent.course() == null ? content.course() : sent.course(),
                sent.cohort() == null ? content.cohort() : sent.cohort(),
                sent.region() == null || sent.region().equals(enrolment.region()) ? content.region() : sent.region(),
                sent.enrolledOn() == null ? content.enrolledOn() : sent.enrolledOn());
    }
}

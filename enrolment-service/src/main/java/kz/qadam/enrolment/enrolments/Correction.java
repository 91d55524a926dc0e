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

/**
 * That an enrolment said something wrong. What is null stays.
 *
 * @param version the one that its author has seen, or null
 */
record Correction(
        Target target,
        String course,
        String cohort,
        String region,
        LocalDate enrolledOn,
        String reason,
        Integer version)
        implements Amendment {

    static final Columns COLUMNS =
            Columns.of("institution", "enrolment", "course", "cohort", "region", "enrolledOn", "reason", "version");

    static Correction read(Item item, Acting acting) {
        Fields fields = item.fields();
        fields.require("reason");
        return new Correction(
                Target.read(fields, acting),
                fields.freeText("course", 100),
                fields.freeText("cohort", 100),
                fields.freeText("region", 100),
                fields.date("enrolledOn"),
                fields.freeText("reason", 1_000),
                fields.whole("version", 1, Integer.MAX_VALUE));
    }

    @Override
    public List<String> codes() {
        return Arrays.asList(course, cohort);
    }

    @Override
    public Optional<Problem> problem(Catalogue catalogue, LocalDate today) {
        Fields fields = target.fields();
        List<Fault> broken = new ArrayList<>(Rules.reporter(target, catalogue));
        broken.addAll(Rules.content(fields, course, cohort, region, enrolledOn, catalogue, today));
        return fields.certainProblem(broken);
    }

    /** The same sent again finds its work done, whatever version it was written for. */
    @Override
    public Effect on(Enrolment enrolment, Instant now) {
        Content corrected = over(enrolment);
        if (corrected.equals(enrolment.content())) {
            return new Effect.Unchanged();
        }
        if (version != null && version != enrolment.version()) {
            return new Effect.Refused(new Problem(
                    ProblemType.VERSION_CONFLICT,
                    target.fields().fault("version", "not-current", enrolment.version())));
        }
        var origin = new Origin(Origin.Event.CORRECTED, reason, target.acting().role(), now);
        return new Effect.Changed(200, enrolment.corrected(corrected, origin));
    }

    /** A region that only says what was derived is no correction. */
    private Content over(Enrolment enrolment) {
        Content content = enrolment.content();
        return new Content(
                content.learnerId(),
                course == null ? content.course() : course,
                cohort == null ? content.cohort() : cohort,
                region == null || region.equals(enrolment.region()) ? content.region() : region,
                enrolledOn == null ? content.enrolledOn() : enrolledOn);
    }
}

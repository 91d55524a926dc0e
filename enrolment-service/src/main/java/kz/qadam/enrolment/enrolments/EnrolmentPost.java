package kz.qadam.enrolment.enrolments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.kafka.Traces;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.table.Columns;
import kz.qadam.enrolment.catalogue.Catalogue;
import kz.qadam.enrolment.learners.Identity;

/**
 * An enrolment as it was sent. What could not be read is null, and noted in the fields.
 *
 * @param refusal why the caller may not send it at all
 * @param trace of the request
 */
record EnrolmentPost(
        Fields fields,
        Acting acting,
        Optional<Problem> refusal,
        String institution,
        EnrolmentForm sent,
        Identity learner,
        String trace) {

    static final Columns COLUMNS = EnrolmentForm.FORM.columns();

    /** What makes an enrolment this one and no other. */
    record Key(String institution, String reference) {}

    static EnrolmentPost read(Item item, Acting acting) {
        return read(item, acting, Traces.current());
    }

    /** @param trace of the request that sent it, or null */
    static EnrolmentPost read(Item item, Acting acting, String trace) {
        Fields fields = item.fields();
        EnrolmentForm sent = EnrolmentForm.FORM.read(fields);
        return new EnrolmentPost(
                fields,
                acting,
                acting.refusal(fields, sent.institution()),
                acting.institution(fields, sent.institution()),
                sent,
                sent.learner() == null ? null : sent.learner().identity(),
                trace);
    }

    String reference() {
        return sent.reference();
    }

    String course() {
        return sent.course();
    }

    String cohort() {
        return sent.cohort();
    }

    Key key() {
        return new Key(institution, reference());
    }

    /**
     * Everything that is wrong with it, at once, but for doubts.
     *
     * @param nobody persons that cannot be, by their numbers, and are not known from before
     */
    Optional<Problem> problem(
            Catalogue catalogue,
            Set<UUID> learners,
            Set<Identity.Personal> nobody,
            Predicate<Identity.Personal> mayBeTakenIn,
            LocalDate today) {
        if (refusal.isPresent()) {
            return refusal;
        }
        List<Fault> broken = new ArrayList<>();
        if (institution != null) {
            Rules.institution(fields, institution, catalogue).ifPresent(broken::add);
        }
        broken.addAll(Rules.content(fields, course(), cohort(), sent.region(), sent.enrolledOn(), catalogue, today));
        if (learner instanceof Identity.Surrogate known && !learners.contains(known.learnerId())) {
            broken.add(fields.object("learner").orElseThrow().fault("learnerId", "unknown-learner"));
        }
        if (learner instanceof Identity.Personal person) {
            if (nobody.contains(person)) {
                broken.add(fields.object("learner").orElseThrow().fault("iin", "no-day-of-birth"));
            } else if (!mayBeTakenIn.test(person)) {
                broken.add(fields.object("learner").orElseThrow().fault("iin", "not-synthetic"));
            }
        }
        return fields.certainProblem(broken);
    }

    Content content(UUID learnerId) {
        return new Content(learnerId, course(), cohort(), sent.region(), sent.enrolledOn());
    }
}

package kz.qadam.enrolment.enrolments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.table.Columns;
import kz.qadam.enrolment.catalogue.Catalogue;
import kz.qadam.enrolment.learners.Identity;

/** A submitted enrolment and its learner. A member that cannot be read is null and a fault of the fields. */
record EnrolmentPost(EnrolmentForm sent, Identity learner) {

    static final Columns COLUMNS = EnrolmentForm.FORM.columns();

    /** The unique key of an enrolment. */
    record Key(String institution, String reference) {}

    static EnrolmentPost read(Fields fields) {
        EnrolmentForm sent = EnrolmentForm.FORM.read(fields);
        return new EnrolmentPost(
                sent, sent.learner() == null ? null : sent.learner().identity());
    }

    /** The institution in the submission, or null. */
    String institution() {
        return sent.institution();
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

    /**
     * The rules of the catalogue, of identities and of the calendar that it breaks.
     *
     * @param enrolling the institution that enrols; null if it could not be read
     * @param impossible persons with a number that nobody can have, unless the vault knows them
     */
    List<Fault> brokenRules(
            Fields fields,
            String enrolling,
            Catalogue catalogue,
            Set<UUID> learners,
            Set<Identity.Personal> impossible,
            Predicate<Identity.Personal> mayAdmit,
            LocalDate today) {
        List<Fault> broken = new ArrayList<>();
        if (enrolling != null) {
            EnrolmentRules.institution(fields, enrolling, catalogue).ifPresent(broken::add);
        }
        broken.addAll(
                EnrolmentRules.content(fields, course(), cohort(), sent.region(), sent.enrolledOn(), catalogue, today));
        if (learner instanceof Identity.Surrogate known && !learners.contains(known.learnerId())) {
            broken.add(fields.object("learner").orElseThrow().fault("learnerId", "unknown-learner"));
        }
        if (learner instanceof Identity.Personal person) {
            if (impossible.contains(person)) {
                broken.add(fields.object("learner").orElseThrow().fault("iin", "no-day-of-birth"));
            } else if (!mayAdmit.test(person)) {
                broken.add(fields.object("learner").orElseThrow().fault("iin", "not-synthetic"));
            }
        }
        return broken;
    }

    EnrolmentContent content(UUID learnerId) {
        return new EnrolmentContent(learnerId, course(), cohort(), sent.region(), sent.enrolledOn());
    }
}

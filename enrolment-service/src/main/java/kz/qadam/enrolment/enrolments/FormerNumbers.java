package kz.qadam.enrolment.enrolments;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.enrolment.enrolments.NamedLearners.Enrolled;
import kz.qadam.enrolment.learners.Identity;
import org.jdbi.v3.core.Handle;

/**
 * Numbers that nobody can have, and that an earlier version accepted. A partner uses such a number only for a learner
 * whom its institution has enrolled; to it, others are like numbers that nobody has sent. The office uses each of them.
 */
record FormerNumbers(Map<Identity.Personal, UUID> known, Set<Enrolled> enrolled) {

    /**
     * @param identities the learner of each item; null if it cannot be read
     * @param known the learners whom the vault knows by such a number
     */
    static FormerNumbers of(
            Handle database,
            List<ParsedItem<EnrolmentPost>> items,
            Map<EnrolmentPost, Identity> identities,
            Map<Identity.Personal, UUID> known) {
        Set<Enrolled> wanted = new HashSet<>();
        for (ParsedItem<EnrolmentPost> item : items) {
            if (identities.get(item.content()) instanceof Identity.Personal person && known.containsKey(person)) {
                item.submitter().institution().ifPresent(own -> wanted.add(new Enrolled(own, known.get(person))));
            }
        }
        return new FormerNumbers(known, NamedLearners.enrolled(database, List.copyOf(wanted)));
    }

    boolean mayUse(Submitter submitter, Identity.Personal person) {
        UUID learner = known.get(person);
        return learner != null
                && submitter
                        .institution()
                        .map(own -> enrolled.contains(new Enrolled(own, learner)))
                        .orElse(true);
    }
}

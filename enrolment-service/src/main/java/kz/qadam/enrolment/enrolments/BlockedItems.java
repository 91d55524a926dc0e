package kz.qadam.enrolment.enrolments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.learners.Identity;
import kz.qadam.enrolment.learners.Learners;
import org.jdbi.v3.core.Handle;

/**
 * The blocked persons among those whom right items name by a number. Such an item is refused, but only if it would enrol
 * anybody else: an item that is refused for another reason says nothing about its person, since it could be sent for
 * nothing but to ask.
 *
 * @param blocked each blocked person with the learner
 * @param taken the enrolments that have the references of these items
 */
record BlockedItems(
        Map<EnrolmentPost, Identity> identities,
        Map<Identity.Personal, UUID> blocked,
        Map<Enrolment.Key, Enrolment> taken) {

    /** @param items those with a problem are not looked at */
    static BlockedItems of(
            Handle database,
            Learners learners,
            List<ParsedItem<EnrolmentPost>> items,
            Map<EnrolmentPost, Identity> identities) {
        List<ParsedItem<EnrolmentPost>> right = items.stream()
                .filter(item -> item.problem().isEmpty() && identities.get(item.content()) instanceof Identity.Personal)
                .toList();
        Set<Identity.Personal> blocked = learners.findBlocked(
                database,
                right.stream()
                        .map(item -> (Identity.Personal) identities.get(item.content()))
                        .collect(Collectors.toSet()));
        if (blocked.isEmpty()) {
            return new BlockedItems(identities, Map.of(), Map.of());
        }
        Map<Identity.Personal, UUID> ids = new HashMap<>();
        blocked.forEach(
                person -> ids.put(person, learners.find(database, person).orElse(null)));
        return new BlockedItems(
                identities,
                ids,
                EnrolmentRows.byKey(
                        database,
                        right.stream()
                                .filter(item -> item.content().reference() != null)
                                .filter(item -> ids.containsKey(person(item, identities)))
                                .map(EnrolmentRecording::key)
                                .collect(Collectors.toSet())));
    }

    /** The items; each that would enrol somebody who is blocked has a problem. */
    List<ParsedItem<EnrolmentPost>> reject(List<ParsedItem<EnrolmentPost>> items) {
        if (blocked.isEmpty()) {
            return items;
        }
        Set<Enrolment.Key> used = new HashSet<>();
        List<ParsedItem<EnrolmentPost>> judged = new ArrayList<>(items.size());
        for (ParsedItem<EnrolmentPost> item : items) {
            boolean isRefused = item.problem().isEmpty()
                    && blocked.containsKey(person(item, identities))
                    && !isOfAnother(item, used);
            if (item.problem().isEmpty() && !isRefused && item.content().reference() != null) {
                used.add(EnrolmentRecording.key(item));
            }
            judged.add(
                    isRefused
                            ? item.rejected(
                                    new Problem(ProblemType.RULE_VIOLATED, EnrolmentPost.blockedFault(item.fields())))
                            : item);
        }
        return judged;
    }

    /** Whether its reference is that of an enrolment of somebody else, so that it conflicts with that one. */
    private boolean isOfAnother(ParsedItem<EnrolmentPost> item, Set<Enrolment.Key> usedBefore) {
        Enrolment.Key key = EnrolmentRecording.key(item);
        Enrolment present = taken.get(key);
        return usedBefore.contains(key)
                || (present != null && !present.content().learnerId().equals(blocked.get(person(item, identities))));
    }

    private static Identity person(ParsedItem<EnrolmentPost> item, Map<EnrolmentPost, Identity> identities) {
        return identities.get(item.content());
    }
}

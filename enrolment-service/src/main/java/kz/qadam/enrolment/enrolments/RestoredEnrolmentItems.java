package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.learners.Identity;
import kz.qadam.enrolment.learners.Learners;
import org.jdbi.v3.core.Handle;

/**
 * Items that send an enrolment again of which only what was published is known, after the database went back to a backup. They
 * say what is missing: the number of the learner, and whether the region was sent. An item that says something else about the
 * enrolment is no such item.
 */
final class RestoredEnrolmentItems {

    /** The number of a learner whom it leads to another learner: the two are merged soon. */
    private final IdentityHashMap<EnrolmentPost, UUID> learners = new IdentityHashMap<>();

    private RestoredEnrolmentItems() {}

    /**
     * Takes over what these items say.
     *
     * @param items those with a problem are not looked at
     */
    static RestoredEnrolmentItems take(
            Handle database,
            Learners vault,
            List<ParsedItem<EnrolmentPost>> items,
            Map<EnrolmentPost, Identity> identities,
            Instant now) {
        var again = new RestoredEnrolmentItems();
        if (EnrolmentNumbersSentAgain.isAnyExpected(database)) {
            again.take(database, vault, EnrolmentToResend.of(database, items), items, identities, now);
        }
        return again;
    }

    private void take(
            Handle database,
            Learners vault,
            Map<Enrolment.Key, EnrolmentToResend> expected,
            List<ParsedItem<EnrolmentPost>> items,
            Map<EnrolmentPost, Identity> identities,
            Instant now) {
        List<EnrolmentNumbersSentAgain.Region> regions = new ArrayList<>();
        Map<UUID, Identity.Personal> numbers = new HashMap<>();
        Map<UUID, String> institutions = new HashMap<>();
        IdentityHashMap<EnrolmentPost, EnrolmentToResend> ofNumbers = new IdentityHashMap<>();
        for (ParsedItem<EnrolmentPost> item : items) {
            EnrolmentToResend one = expected.get(EnrolmentRecording.key(item));
            if (item.problem().isPresent() || one == null || !one.isMeantBy(item.content())) {
                continue;
            }
            regions.add(new EnrolmentNumbersSentAgain.Region(
                    one.id(), item.content().region()));
            if (one.isWithoutNumber() && identities.get(item.content()) instanceof Identity.Personal person) {
                numbers.putIfAbsent(one.firstLearner(), person);
                if (numbers.get(one.firstLearner()).equals(person)) {
                    ofNumbers.put(item.content(), one);
                    institutions.putIfAbsent(one.firstLearner(), item.actingFor());
                }
            }
        }
        EnrolmentNumbersSentAgain.noteRegions(database, regions, now);
        if (!numbers.isEmpty()) {
            Set<UUID> due =
                    EnrolmentNumbersSentAgain.noteMerges(database, vault.enter(database, numbers, now), institutions);
            ofNumbers.forEach((post, one) -> {
                if (due.contains(one.firstLearner())) {
                    learners.put(post, one.learner());
                }
            });
        }
    }

    /** The learner of the enrolment that an item sends again, until that one is merged; else the other. */
    UUID learner(EnrolmentPost post, UUID other) {
        return learners.getOrDefault(post, other);
    }

    static Set<Enrolment.Key> keys(List<ParsedItem<EnrolmentPost>> items) {
        return items.stream()
                .filter(item -> item.content().reference() != null)
                .map(EnrolmentRecording::key)
                .collect(Collectors.toSet());
    }
}

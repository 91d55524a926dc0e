package kz.qadam.enrolment.enrolments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import org.jdbi.v3.core.Handle;

/**
 * An enrolment that its institution is expected to send again.
 *
 * @param firstLearner whose number was sent with it
 * @param learner the present one
 * @param isWithoutNumber whether that number is missing
 * @param isRegionOpen whether nobody knows if the region was sent
 * @param versions all its contents, with the present learner
 */
record EnrolmentToResend(
        UUID id,
        UUID firstLearner,
        UUID learner,
        boolean isWithoutNumber,
        boolean isRegionOpen,
        List<EnrolmentNumbersSentAgain.Version> versions) {

    /** Those that items name, without those of erased learners, who have lost their references. */
    static Map<Enrolment.Key, EnrolmentToResend> of(Handle database, List<ParsedItem<EnrolmentPost>> items) {
        List<EnrolmentNumbersSentAgain.Incomplete> open =
                EnrolmentNumbersSentAgain.incomplete(database, RestoredEnrolmentItems.keys(items));
        Map<UUID, List<EnrolmentNumbersSentAgain.Version>> versions =
                EnrolmentNumbersSentAgain.versions(
                                database,
                                open.stream()
                                        .map(EnrolmentNumbersSentAgain.Incomplete::id)
                                        .toList())
                        .stream()
                        .collect(Collectors.groupingBy(EnrolmentNumbersSentAgain.Version::enrolmentId));
        Map<Enrolment.Key, EnrolmentToResend> expected = new HashMap<>();
        open.forEach(one -> expected.put(
                new Enrolment.Key(one.institution(), one.reference()),
                new EnrolmentToResend(
                        one.id(),
                        one.firstLearner(),
                        one.learnerId(),
                        one.withoutNumber(),
                        one.regionOpen(),
                        versions.get(one.id()))));
        return expected;
    }

    /** Whether a post says what one of the versions says, apart from who the learner is. */
    boolean isMeantBy(EnrolmentPost post) {
        EnrolmentContent sent = post.content(learner);
        return versions.stream().anyMatch(version -> version.isMeantBy(sent, isRegionOpen));
    }
}

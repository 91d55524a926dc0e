package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kz.qadam.chassis.http.security.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/**
 * The enrolments that a merge or a split moved from one learner to another; each got a new version.
 *
 * @param enrolments the number of moved enrolments
 */
public record MovedEnrolments(int enrolments, List<Group> groups, Effect effect) {

    /** The number of moved enrolments in one cohort at one institution. */
    @Schema(name = "MovedEnrolments")
    public record Group(
            @Schema(examples = "pupils") String cohort,
            @Schema(examples = "school-42") String institution,
            @Schema(examples = "1") int enrolments) {}

    public static final MovedEnrolments NONE = new MovedEnrolments(0, List.of(), new Effect(List.of(), 0));

    private record Key(String cohort, String institution) {}

    /** Moves all enrolments of a learner. To be called in a transaction during which nobody can enrol. */
    public static MovedEnrolments move(
            Handle database,
            EnrolmentPublisher publisher,
            UUID from,
            UUID to,
            String reason,
            Instant now,
            String trace) {
        var origin = new VersionOrigin(VersionOrigin.Event.MERGED, reason, Role.OFFICE, now, trace);
        return move(database, publisher, EnrolmentRows.lockOfLearner(database, from), to, origin);
    }

    /** @param before the enrolments, which are locked */
    static MovedEnrolments move(
            Handle database, EnrolmentPublisher publisher, List<Enrolment> before, UUID to, VersionOrigin origin) {
        List<Enrolment> after =
                before.stream().map(enrolment -> enrolment.moved(to, origin)).toList();
        List<Effect.EnrolmentChange> changes = before.stream()
                .map(enrolment -> Effect.EnrolmentChange.of(enrolment, enrolment.moved(to, origin)))
                .toList();
        Effect effect = Effect.of(database, changes, null);
        EarlierEnrolmentStates.keep(database, before);
        EnrolmentRows.update(database, after);
        publisher.addAll(database, after);
        return new MovedEnrolments(before.size(), groups(before), effect);
    }

    private static List<Group> groups(List<Enrolment> moved) {
        Map<Key, Integer> counts =
                new TreeMap<>(Comparator.comparing(Key::cohort).thenComparing(Key::institution));
        moved.forEach(e -> counts.merge(new Key(e.content().cohort(), e.institution()), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(one -> new Group(one.getKey().cohort(), one.getKey().institution(), one.getValue()))
                .toList();
    }
}

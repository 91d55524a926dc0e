package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/**
 * The enrolments that a merge moved from one learner to another; each got a new version.
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

    /** Locks in the order of id, like every transaction that changes enrolments. */
    private static final String LOCK = """
            select %s from %s where learner_id = :from order by id for update
            """.formatted(EnrolmentRows.COLUMNS, EnrolmentRows.TABLES);

    private static final String MOVE = """
            with moved as (
                update enrolment
                   set learner_id = :to, version = version + 1, event = 'merged', reason = :reason, by_role = :role,
                       recorded_at = :now, trace = :trace
                 where id = any(:ids)
                returning id)
            update enrolment_standing set changed = pg_current_xact_id() from moved where enrolment_id = id
            """;

    private record Key(String cohort, String institution) {}

    /** Moves the enrolments. To be called in a transaction during which nobody can enrol. */
    public static MovedEnrolments move(
            Handle database,
            EnrolmentPublisher publisher,
            UUID from,
            UUID to,
            String reason,
            Instant now,
            String trace) {
        List<Enrolment> before = EnrolmentRows.mapped(database.createQuery(LOCK).bind("from", from))
                .list();
        FormerEnrolments.keep(database, before);
        List<Effect.EnrolmentChange> changes =
                before.stream().map(enrolment -> moved(enrolment, to)).toList();
        Effect effect = Effect.of(database, changes, null);
        database.createUpdate(MOVE)
                .bind("to", to)
                .bind("reason", reason)
                .bind("role", Role.OFFICE)
                .bind("now", now)
                .bind("trace", trace)
                .bindArray("ids", UUID.class, EnrolmentRows.values(before, Enrolment::id))
                .execute();
        publisher.republish(
                database,
                EnrolmentRows.values(before, enrolment -> enrolment.id().toString()));
        return new MovedEnrolments(before.size(), groups(before), effect);
    }

    private static Effect.EnrolmentChange moved(Enrolment before, UUID to) {
        String cohort = before.content().cohort();
        return new Effect.EnrolmentChange(
                before.id(),
                new Effect.CohortMember(before.content().learnerId(), cohort),
                new Effect.CohortMember(to, cohort),
                true);
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

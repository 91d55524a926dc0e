package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/**
 * The enrolments of a learner who turned out to be another: each gets a new version under that one.
 *
 * @param enrolments how many
 */
public record Moves(int enrolments, List<Place> places, Effect effect) {

    /** How many of them are in one cohort at one institution. */
    @Schema(name = "MovedEnrolments")
    public record Place(
            @Schema(examples = "pupils") String cohort,
            @Schema(examples = "school-42") String institution,
            @Schema(examples = "1") int enrolments) {}

    /** In the order of id, as all who change enrolments. */
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

    private record At(String cohort, String institution) {}

    /** In a transaction that excludes those who enrol. */
    public static Moves make(
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
                .bindArray("ids", UUID.class, EnrolmentRows.all(before, Enrolment::id))
                .execute();
        publisher.republish(
                database, EnrolmentRows.all(before, enrolment -> enrolment.id().toString()));
        return new Moves(before.size(), places(before), effect);
    }

    private static Effect.EnrolmentChange moved(Enrolment before, UUID to) {
        String cohort = before.content().cohort();
        return new Effect.EnrolmentChange(
                before.id(),
                new Effect.Counted(before.content().learnerId(), cohort),
                new Effect.Counted(to, cohort),
                true);
    }

    private static List<Place> places(List<Enrolment> moved) {
        Map<At, Integer> counts =
                new TreeMap<>(java.util.Comparator.comparing(At::cohort).thenComparing(At::institution));
        moved.forEach(e -> counts.merge(new At(e.content().cohort(), e.institution()), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(one -> new Place(one.getKey().cohort(), one.getKey().institution(), one.getValue()))
                .toList();
    }
}

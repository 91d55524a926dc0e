package kz.qadam.enrolment.completions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.kafka.Consumption;
import kz.qadam.chassis.kafka.DeadLetter;
import kz.qadam.chassis.kafka.Delivery;
import kz.qadam.chassis.kafka.UnreadableEvent;
import org.jdbi.v3.core.Handle;

/** What progress-service says about completions, and which enrolments are completed by it. */
@ApplicationScoped
class Completions implements Consumption {

    /** Where there is none yet, so that two versions that arrive apart meet on one row. */
    private static final String STUB = """
            insert into completion (id, enrolment_id, accepted, version)
            select id, enrolment, false, 0 from unnest(:ids, :enrolments) as t (id, enrolment) order by id
            on conflict (id) do nothing
            """;

    private static final String LOCK = """
            select enrolment_id from completion where id = any(:ids) order by id for update
            """;

    private static final String UPDATE = """
            update completion c set enrolment_id = n.enrolment, accepted = n.accepted, version = n.version
              from unnest(:ids, :enrolments, :accepted, :versions) as n (id, enrolment, accepted, version)
             where c.id = n.id and c.version < n.version
            """;

    private static final String LOCK_ENROLMENTS = """
            select id from enrolment where id = any(:enrolments) order by id for update
            """;

    private static final String DERIVE = """
            update enrolment e set completed = d.completed, changed = pg_current_xact_id()
              from (select t.id, exists (select from completion c where c.enrolment_id = t.id and c.accepted) as completed
                      from unnest(:enrolments) as t (id)) d
             where e.id = d.id and e.completed <> d.completed
            """;

    @Override
    public List<String> topics() {
        return List.of("qadam.completions");
    }

    @Override
    public boolean hasHistory(Handle database) {
        return database.createQuery("select exists (select from completion)")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public List<DeadLetter> take(Handle database, List<Delivery> deliveries) {
        List<DeadLetter> unreadable = new ArrayList<>();
        Map<UUID, CompletionEvent> newest = new TreeMap<>();
        for (Delivery delivery : deliveries) {
            if (CompletionEvent.TYPES.contains(delivery.event().type())) {
                try {
                    CompletionEvent event =
                            CompletionEvent.read(delivery.event().data());
                    newest.merge(event.completionId(), event, (a, b) -> a.version() < b.version() ? b : a);
                } catch (UnreadableEvent e) {
                    unreadable.add(new DeadLetter(delivery.record(), e.getMessage()));
                }
            }
        }
        if (!newest.isEmpty()) {
            take(database, newest.values());
        }
        return unreadable;
    }

    private static void take(Handle database, Collection<CompletionEvent> events) {
        List<UUID> ids = all(events, CompletionEvent::completionId);
        List<UUID> enrolments = all(events, CompletionEvent::enrolmentId);
        database.createUpdate(STUB)
                .bindArray("ids", UUID.class, ids)
                .bindArray("enrolments", UUID.class, enrolments)
                .execute();
        // A correction may have moved a completion: the enrolment that it leaves is concerned too.
        Set<UUID> concerned = new HashSet<>(enrolments);
        concerned.addAll(database.createQuery(LOCK)
                .bindArray("ids", UUID.class, ids)
                .mapTo(UUID.class)
                .list());
        database.createUpdate(UPDATE)
                .bindArray("ids", UUID.class, ids)
                .bindArray("enrolments", UUID.class, enrolments)
                .bindArray("accepted", Boolean.class, all(events, CompletionEvent::isAccepted))
                .bindArray("versions", Integer.class, all(events, CompletionEvent::version))
                .execute();
        derive(database, concerned);
    }

    /** Locked before it is read, so that two completions of one enrolment see each other. */
    private static void derive(Handle database, Set<UUID> enrolments) {
        database.createQuery(LOCK_ENROLMENTS)
                .bindArray("enrolments", UUID.class, enrolments)
                .mapTo(UUID.class)
                .list();
        database.createUpdate(DERIVE)
                .bindArray("enrolments", UUID.class, enrolments)
                .execute();
    }

    private static <V> List<V> all(Collection<CompletionEvent> events, Function<CompletionEvent, V> member) {
        return events.stream().map(member).toList();
    }
}

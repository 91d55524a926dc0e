package kz.qadam.enrolment.completions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.chassis.kafka.Consumption;
import kz.qadam.chassis.kafka.DeadLetter;
import kz.qadam.chassis.kafka.Delivery;
import kz.qadam.chassis.kafka.UnreadableEvent;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** What progress-service says about completions, and which enrolments are completed by it. */
@ApplicationScoped
class Completions implements Consumption {

    /** Most have one version only. Of the others, two that arrive apart meet on the row of the first. */
    private static final String INSERT = """
            insert into completion (id, enrolment_id, accepted, version)
            select * from unnest(:ids, :enrolments, :accepted, :versions) as t (id) order by id
            on conflict (id) do nothing returning id
            """;

    private static final String LOCK = """
            select id, enrolment_id, accepted, version from completion where id = any(:ids) order by id for update
            """;

    private static final String UPDATE = """
            update completion c set enrolment_id = n.enrolment, accepted = n.accepted, version = n.version
              from unnest(:ids, :enrolments, :accepted, :versions) as n (id, enrolment, accepted, version)
             where c.id = n.id and c.version < n.version
            """;

    private static final String LOCK_ENROLMENTS = """
            select enrolment_id from enrolment_standing where enrolment_id = any(:enrolments) order by 1 for update
            """;

    private static final String DERIVE = """
            update enrolment_standing s set completed = d.completed, changed = pg_current_xact_id()
              from (select t.id, exists (select from completion c where c.enrolment_id = t.id and c.accepted) as completed
                      from unnest(:enrolments) as t (id)) d
             where s.enrolment_id = d.id and s.completed <> d.completed
            """;

    @Override
    public List<String> topics() {
        return List.of("qadam.completions");
    }

    @Override
    public Map<String, String> owners() {
        return CompletionEvent.TYPES.stream().collect(Collectors.toMap(type -> type, type -> "/progress-service"));
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
                    delivery.event().requireIdOf(event.version());
                    newest.merge(event.completionId(), event, CompletionEvent::newer);
                } catch (UnreadableEvent e) {
                    unreadable.add(new DeadLetter(delivery.record(), e));
                }
            }
        }
        if (!newest.isEmpty()) {
            take(database, newest.values());
        }
        return unreadable;
    }

    private static void take(Handle database, Collection<CompletionEvent> events) {
        Set<UUID> fresh =
                bound(database.createQuery(INSERT), events).mapTo(UUID.class).set();
        List<CompletionEvent> again = new ArrayList<>();
        Set<UUID> concerned = new HashSet<>();
        for (CompletionEvent event : events) {
            if (!fresh.contains(event.completionId())) {
                again.add(event);
            } else if (event.isAccepted()) {
                concerned.add(event.enrolmentId());
            }
        }
        if (!again.isEmpty()) {
            concerned.addAll(update(database, again));
        }
        derive(database, concerned);
    }

    /** Returns the enrolments that they stand under, and that they stood under: a correction may have moved one. */
    private static Set<UUID> update(Handle database, List<CompletionEvent> events) {
        Set<UUID> concerned = new HashSet<>(all(events, CompletionEvent::enrolmentId));
        Map<UUID, CompletionEvent> known = new HashMap<>();
        database.createQuery(LOCK)
                .bindArray("ids", UUID.class, all(events, CompletionEvent::completionId))
                .map((row, context) -> new CompletionEvent(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getBoolean(3) ? CompletionEvent.ACCEPTED : CompletionEvent.REFUSED,
                        row.getInt(4)))
                .forEach(one -> known.put(one.completionId(), one));
        events.forEach(event -> known.get(event.completionId()).newer(event));
        known.values().forEach(one -> concerned.add(one.enrolmentId()));
        bound(database.createUpdate(UPDATE), events).execute();
        return concerned;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Collection<CompletionEvent> events) {
        return statement
                .bindArray("ids", UUID.class, all(events, CompletionEvent::completionId))
                .bindArray("enrolments", UUID.class, all(events, CompletionEvent::enrolmentId))
                .bindArray("accepted", Boolean.class, all(events, CompletionEvent::isAccepted))
                .bindArray("versions", Integer.class, all(events, CompletionEvent::version));
    }

    /** Locked before it is read, so that two completions of one enrolment see each other. */
    private static void derive(Handle database, Set<UUID> enrolments) {
        if (enrolments.isEmpty()) {
            return;
        }
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

package kz.qadam.enrolment.completions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.event.EventHandlers;
import kz.qadam.chassis.events.kafka.DeadLetter;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.chassis.events.kafka.EventConsumer;
import org.jdbi.v3.core.Handle;

/** Takes in the completions that progress-service publishes, and derives which enrolments are completed. */
@ApplicationScoped
class CompletionIntake implements EventConsumer {

    private static final EventHandlers<Map<UUID, Completion>> EVENTS = new EventHandlers<>("/progress-service");

    static {
        Stream.of(
                        "kz.qadam.completion.recorded.v1",
                        "kz.qadam.completion.corrected.v1",
                        "kz.qadam.completion.revoked.v1",
                        "kz.qadam.completion.refused.v1")
                .forEach(type ->
                        EVENTS.on(type, CompletionEvent.class, CompletionEvent::version, CompletionIntake::add));
    }

    private static final TableColumns<Completion> COLUMNS = TableColumns.of(Completion.class);

    /** Most completions have one version only. A later version, in another batch, waits for the row of the first. */
    private static final String INSERT = """
            insert into completion (%s) select * from %s order by id
            on conflict (id) do nothing returning id
            """.formatted(COLUMNS.names(), COLUMNS.rows("arrived"));

    private static final String LOCK = """
            select %s from completion where id = any(:ids) order by id for update
            """.formatted(COLUMNS.names());

    private static final String UPDATE = """
            update completion known set %s, known_at = now() from %s where known.id = newer.id and known.version < newer.version
            """.formatted(COLUMNS.list("%1$s = newer.%1$s", "id"), COLUMNS.rows("newer"));

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
        return EVENTS.owners();
    }

    @Override
    public boolean hasHistory(Handle database) {
        return database.createQuery("select exists (select from completion)")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public List<DeadLetter> take(Handle database, List<DeliveredEvent> deliveries) {
        Map<UUID, Completion> newest = new TreeMap<>();
        List<DeadLetter> unreadable = EVENTS.take(deliveries, newest);
        if (!newest.isEmpty()) {
            take(database, newest.values());
        }
        return unreadable;
    }

    private static void add(Map<UUID, Completion> newest, CompletionEvent event) {
        newest.merge(event.completionId(), event.completion(), Completion::newer);
    }

    private static void take(Handle database, Collection<Completion> newest) {
        Set<UUID> inserted = COLUMNS.bind(database.createQuery(INSERT), newest)
                .mapTo(UUID.class)
                .set();
        List<Completion> known =
                newest.stream().filter(one -> !inserted.contains(one.id())).toList();
        Set<UUID> enrolments = newest.stream()
                .filter(one -> inserted.contains(one.id()) && one.accepted())
                .map(Completion::enrolmentId)
                .collect(Collectors.toSet());
        if (!known.isEmpty()) {
            enrolments.addAll(update(database, known));
        }
        derive(database, enrolments);
    }

    /** Returns the enrolments of these completions, now and before: a correction may have moved a completion. */
    private static Set<UUID> update(Handle database, List<Completion> newer) {
        Map<UUID, Completion> known = database.createQuery(LOCK)
                .bindArray("ids", UUID.class, newer.stream().map(Completion::id).toList())
                .map(COLUMNS)
                .collectToMap(Completion::id, Function.identity());
        newer.forEach(one -> known.get(one.id()).newer(one));
        COLUMNS.bind(database.createUpdate(UPDATE), newer).execute();
        return Stream.concat(newer.stream(), known.values().stream())
                .map(Completion::enrolmentId)
                .collect(Collectors.toSet());
    }

    /** Locks the enrolments before it reads, so that two batches with completions of one enrolment see each other. */
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
}

package kz.qadam.progress.enrolment;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/**
 * Stores this service's copy of the enrolments. A row for each name synchronizes a changed enrolment with the
 * completions that use the name.
 */
public final class EnrolmentCopies {

    /** A name by which an institution refers to an enrolment of its own: its reference, or its id. */
    public record EnrolmentName(String institution, String name) implements Comparable<EnrolmentName> {

        private static final Comparator<EnrolmentName> ORDER =
                Comparator.comparing(EnrolmentName::institution).thenComparing(EnrolmentName::name);

        @Override
        public int compareTo(EnrolmentName other) {
            return ORDER.compare(this, other);
        }
    }

    public static final TableColumns<EnrolmentName> NAMES = TableColumns.of(EnrolmentName.class);

    private static final TableColumns<Enrolment> COLUMNS = TableColumns.of(Enrolment.class);

    /**
     * Locks the names in one order, as every transaction does, but only if all rows exist. If one is missing, inserting
     * it may have to wait for another transaction that inserts it too; meanwhile this transaction must not hold names
     * that come later in the order. The search ends at the first name that is missing.
     */
    private static final String LOCK = """
            with wanted as materialized (select * from %s)
            select n.institution, n.name, n.enrolment_id from wanted join enrolment_name n using (institution, name)
             where not exists (
                   select from wanted one
                    where (select known.name from enrolment_name known
                            where (known.institution, known.name) = (one.institution, one.name)) is null)
             order by n.institution, n.name for share of n
            """.formatted(NAMES.rows("one"));

    /** Inserts missing names in order. The existing ones are locked too, each in its turn, and not changed. */
    private static final String INSERT_NAMES = """
            insert into enrolment_name (institution, name)
            select * from %s order by institution, name
            on conflict (institution, name) do update set enrolment_id = excluded.enrolment_id where false
            """.formatted(NAMES.rows("one"));

    private static final String FIND = """
            select n.institution, n.name, n.enrolment_id
              from %s join enrolment_name n using (institution, name) where n.enrolment_id is not null
            """.formatted(NAMES.rows("wanted"));

    private static final String BY_ID = """
            select %s from enrolment where id = any(:ids)
            """.formatted(COLUMNS.names());

    /**
     * Returns what was stored, and whether a member has changed by which completions are judged: the subquery still
     * sees the former row.
     */
    private static final String STORE = """
            insert into enrolment (%s) select * from %s
            on conflict (id) do update
               set version = excluded.version, course = excluded.course, cohort = excluded.cohort,
                   region = excluded.region, enrolled_on = excluded.enrolled_on, learner_id = excluded.learner_id
             where enrolment.version < excluded.version
            returning id, exists (
                select from enrolment former
                 where former.id = enrolment.id
                   and (former.course, former.cohort, former.region, former.enrolled_on, former.learner_id)
                       <> (enrolment.course, enrolment.cohort, enrolment.region, enrolment.enrolled_on,
                           enrolment.learner_id)) as is_changed
            """.formatted(COLUMNS.names(), COLUMNS.rows("arrived"));

    /**
     * Assigns enrolments to names, and locks all of these names. A name that has an enrolment keeps it: a reference
     * takes precedence over an id. Returns the enrolments whose name existed without one: a newly inserted row has xmax
     * 0.
     */
    private static final String ASSIGN_NAMES = """
            insert into enrolment_name (institution, name, enrolment_id)
            select * from unnest(:institution, :name, :ids) order by 1, 2
            on conflict (institution, name) do update
               set enrolment_id = excluded.enrolment_id where enrolment_name.enrolment_id is null
            returning enrolment_id, xmax <> 0 as was_there
            """;

    private EnrolmentCopies() {}

    /**
     * Locks these names until the transaction ends, and returns the enrolments that they refer to. A name without an
     * enrolment is locked too: when the enrolment comes, its transaction waits for this one and then finds the
     * completions that this one wrote.
     */
    public static Map<EnrolmentName, Enrolment> lock(Handle handle, SortedSet<EnrolmentName> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<EnrolmentName, UUID> locked = ids(handle, LOCK, names);
        if (locked.size() == names.size()) {
            return named(handle, locked);
        }
        NAMES.bind(handle.createUpdate(INSERT_NAMES), names).execute();
        return find(handle, names);
    }

    /** The enrolments that these names refer to at the moment; nothing is locked. */
    public static Map<EnrolmentName, Enrolment> find(Handle handle, Collection<EnrolmentName> names) {
        return names.isEmpty() ? Map.of() : named(handle, ids(handle, FIND, names));
    }

    private static Map<EnrolmentName, UUID> ids(Handle handle, String sql, Collection<EnrolmentName> names) {
        Map<EnrolmentName, UUID> ids = new HashMap<>();
        NAMES.bind(handle.createQuery(sql), names)
                .map((row, context) ->
                        ids.put(new EnrolmentName(row.getString(1), row.getString(2)), row.getObject(3, UUID.class)))
                .list();
        return ids;
    }

    private static Map<EnrolmentName, Enrolment> named(Handle handle, Map<EnrolmentName, UUID> ids) {
        Map<UUID, Enrolment> byId =
                byId(handle, ids.values().stream().filter(Objects::nonNull).toList());
        Map<EnrolmentName, Enrolment> named = new HashMap<>();
        ids.forEach((name, id) -> {
            if (id != null) {
                named.put(name, byId.get(id));
            }
        });
        return named;
    }

    /** The stored enrolments with these ids. */
    public static Map<UUID, Enrolment> byId(Handle handle, Collection<UUID> ids) {
        return handle.createQuery(BY_ID)
                .bindArray("ids", UUID.class, ids)
                .map(COLUMNS)
                .collect(Collectors.toMap(Enrolment::id, Function.identity()));
    }

    /**
     * Stores received enrolments, each in its newest version, after waiting for all transactions that judge by them.
     *
     * @throws kz.qadam.chassis.events.kafka.ContradictingEventException if a version is already stored with different content
     * @return the enrolments whose completions have to be judged: those of which a stored member has changed, and new
     *     ones whose name a completion has already used
     */
    public static List<Enrolment> store(Handle handle, Collection<Enrolment> newest) {
        Map<EnrolmentName, UUID> names = new HashMap<>();
        newest.forEach(enrolment -> names.put(byReference(enrolment), enrolment.id()));
        newest.forEach(enrolment -> names.putIfAbsent(byId(enrolment), enrolment.id()));
        List<EnrolmentName> all = List.copyOf(names.keySet());
        Set<UUID> toJudge = new HashSet<>();
        NAMES.bind(handle.createQuery(ASSIGN_NAMES), all)
                .bindArray("ids", UUID.class, all.stream().map(names::get).toList())
                .map((row, context) -> row.getBoolean(2) && toJudge.add(row.getObject(1, UUID.class)))
                .list();
        List<Enrolment> ordered = List.copyOf(newest);
        Set<UUID> unchanged = ordered.stream().map(Enrolment::id).collect(Collectors.toSet());
        COLUMNS.bind(handle.createQuery(STORE), ordered)
                .map((row, context) -> unchanged.remove(row.getObject(1, UUID.class))
                        && row.getBoolean(2)
                        && toJudge.add(row.getObject(1, UUID.class)))
                .list();
        if (!unchanged.isEmpty()) {
            requireNoContradiction(handle, unchanged, newest);
        }
        return ordered.stream()
                .filter(one -> toJudge.contains(one.id()) && !unchanged.contains(one.id()))
                .toList();
    }

    private static void requireNoContradiction(Handle handle, Set<UUID> known, Collection<Enrolment> newest) {
        Map<UUID, Enrolment> byId = byId(handle, known);
        newest.stream()
                .filter(one -> byId.containsKey(one.id()))
                .forEach(one -> Objects.requireNonNull(byId.get(one.id())).newer(one));
    }

    private static EnrolmentName byReference(Enrolment e) {
        return new EnrolmentName(e.institution(), e.reference());
    }

    private static EnrolmentName byId(Enrolment e) {
        return new EnrolmentName(e.institution(), e.id().toString());
    }
}

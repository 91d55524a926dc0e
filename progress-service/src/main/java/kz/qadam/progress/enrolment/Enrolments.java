package kz.qadam.progress.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** This service's copy of the enrolments, and the row on which an enrolment and its completions meet. */
public final class Enrolments {

    private static final String NAME = """
            insert into enrolment_name (institution, name)
            select * from unnest(:institutions, :names) order by 1, 2 on conflict do nothing
            """;

    private static final String LOCK = """
            select count(*) from (
                select 1 from unnest(:institutions, :names) as wanted (institution, name)
                  join enrolment_name n using (institution, name)
                 order by n.institution, n.name for share of n) locked
            """;

    private static final String FIND = """
            select n.institution, n.name, e.id, e.version, e.institution, e.reference, e.learner_id, e.course, e.cohort,
                   e.region, e.enrolled_on
              from unnest(:institutions, :names) as wanted (institution, name)
              join enrolment_name n using (institution, name)
              join enrolment e on e.id = n.enrolment_id
            """;

    private static final String KEEP = """
            insert into enrolment (id, version, institution, reference, learner_id, course, cohort, region, enrolled_on)
            select * from unnest(:ids, :versions, :institutions, :references, :learners, :courses, :cohorts, :regions,
                                 :days)
            on conflict (id) do update
               set version = excluded.version, course = excluded.course, cohort = excluded.cohort,
                   region = excluded.region, enrolled_on = excluded.enrolled_on, learner_id = excluded.learner_id
             where enrolment.version < excluded.version
            returning id
            """;

    /** Locks each of the names, too. One that means an enrolment keeps it: a reference is tried before an id. */
    private static final String NAMED = """
            insert into enrolment_name (institution, name, enrolment_id)
            select * from unnest(:institutions, :names, :ids) order by 1, 2
            on conflict (institution, name) do update
               set enrolment_id = excluded.enrolment_id where enrolment_name.enrolment_id is null
            """;

    private Enrolments() {}

    /**
     * The enrolments that these names mean, as they stay until this transaction ends. A name without one stays so, too:
     * the enrolment, when it comes, waits for this transaction and then finds what it has written.
     */
    public static Map<EnrolmentName, Enrolment> hold(Handle handle, SortedSet<EnrolmentName> names) {
        bind(handle.createUpdate(NAME), names).execute();
        bind(handle.createQuery(LOCK), names).mapTo(Long.class).one();
        return find(handle, names);
    }

    /** The enrolments that these names mean just now. */
    public static Map<EnrolmentName, Enrolment> find(Handle handle, Collection<EnrolmentName> names) {
        Map<EnrolmentName, Enrolment> found = new HashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        bind(handle.createQuery(FIND), names)
                .map((row, context) -> found.put(new EnrolmentName(row.getString(1), row.getString(2)), enrolment(row)))
                .list();
        return found;
    }

    /**
     * Keeps enrolments that came, each in its newest version, and waits for everybody who judges by them.
     *
     * @return those that are new or changed
     */
    public static List<Enrolment> keep(Handle handle, Collection<Enrolment> newest) {
        Map<EnrolmentName, UUID> names = new HashMap<>();
        newest.forEach(enrolment -> names.put(byReference(enrolment), enrolment.id()));
        newest.forEach(enrolment -> names.putIfAbsent(byId(enrolment), enrolment.id()));
        List<EnrolmentName> all = List.copyOf(names.keySet());
        bind(handle.createUpdate(NAMED), all)
                .bindArray("ids", UUID.class, all.stream().map(names::get).toList())
                .execute();
        return changed(handle, List.copyOf(newest));
    }

    private static List<Enrolment> changed(Handle handle, List<Enrolment> newest) {
        Set<UUID> changed = handle.createQuery(KEEP)
                .bindArray("ids", UUID.class, column(newest, Enrolment::id))
                .bindArray("versions", Integer.class, column(newest, Enrolment::version))
                .bindArray("institutions", String.class, column(newest, Enrolment::institution))
                .bindArray("references", String.class, column(newest, Enrolment::reference))
                .bindArray("learners", UUID.class, column(newest, Enrolment::learnerId))
                .bindArray("courses", String.class, column(newest, Enrolment::course))
                .bindArray("cohorts", String.class, column(newest, Enrolment::cohort))
                .bindArray("regions", String.class, column(newest, Enrolment::region))
                .bindArray("days", LocalDate.class, column(newest, Enrolment::enrolledOn))
                .mapTo(UUID.class)
                .set();
        return newest.stream().filter(one -> changed.contains(one.id())).toList();
    }

    private static <T> List<T> column(List<Enrolment> all, Function<Enrolment, T> value) {
        return all.stream().map(value).toList();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Collection<EnrolmentName> names) {
        return statement
                .bindArray(
                        "institutions",
                        String.class,
                        names.stream().map(EnrolmentName::institution).toList())
                .bindArray(
                        "names",
                        String.class,
                        names.stream().map(EnrolmentName::name).toList());
    }

    private static EnrolmentName byReference(Enrolment e) {
        return new EnrolmentName(e.institution(), e.reference());
    }

    private static EnrolmentName byId(Enrolment e) {
        return new EnrolmentName(e.institution(), e.id().toString());
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                row.getObject(3, UUID.class),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, LocalDate.class));
    }
}

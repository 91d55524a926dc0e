package kz.qadam.progress.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
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
                 order by n.institution, n.name for %s of n) locked
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
            values (:id, :version, :institution, :reference, :learnerId, :course, :cohort, :region, :enrolledOn)
            on conflict (id) do update
               set version = excluded.version, course = excluded.course, cohort = excluded.cohort,
                   region = excluded.region, enrolled_on = excluded.enrolled_on, learner_id = excluded.learner_id
             where enrolment.version < excluded.version
            """;

    /** An enrolment that has its name keeps it: a reference is tried before an id. */
    private static final String NAMED = """
            update enrolment_name n set enrolment_id = e.id
              from unnest(:institutions, :names, :ids) as e (institution, name, id)
             where n.institution = e.institution and n.name = e.name and n.enrolment_id is null
            """;

    private Enrolments() {}

    /**
     * The enrolments that these names mean, as they stay until this transaction ends. A name without one stays so, too:
     * the enrolment, when it comes, waits for this transaction and then finds what it has written.
     */
    public static Map<EnrolmentName, Enrolment> hold(Handle handle, SortedSet<EnrolmentName> names) {
        lock(handle, names, "share");
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
        SortedSet<EnrolmentName> names = new TreeSet<>();
        for (Enrolment enrolment : newest) {
            names.add(byReference(enrolment));
            names.add(byId(enrolment));
        }
        lock(handle, names, "update");
        List<Enrolment> changed = changed(handle, List.copyOf(newest));
        name(
                handle,
                changed.stream().map(e -> Map.entry(byReference(e), e.id())).toList());
        name(handle, changed.stream().map(e -> Map.entry(byId(e), e.id())).toList());
        return changed;
    }

    private static List<Enrolment> changed(Handle handle, List<Enrolment> newest) {
        PreparedBatch rows = handle.prepareBatch(KEEP);
        newest.forEach(enrolment -> rows.bindMethods(enrolment).add());
        int[] counts = rows.execute();
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] == 1)
                .mapToObj(newest::get)
                .toList();
    }

    private static void name(Handle handle, List<Map.Entry<EnrolmentName, UUID>> names) {
        bind(handle.createUpdate(NAMED), names.stream().map(Map.Entry::getKey).toList())
                .bindArray(
                        "ids",
                        UUID.class,
                        names.stream().map(Map.Entry::getValue).toList())
                .execute();
    }

    private static void lock(Handle handle, SortedSet<EnrolmentName> names, String strength) {
        bind(handle.createUpdate(NAME), names).execute();
        bind(handle.createQuery(LOCK.formatted(strength)), names)
                .mapTo(Long.class)
                .one();
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

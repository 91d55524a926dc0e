package kz.qadam.progress.xapi;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.xapi.reading.StatementReason;
import org.jdbi.v3.core.Handle;

/** The statements by which accounts are settled. */
final class PlatformAccountSettlementRows {

    /** What statements have made of an enrolment. */
    record Tracked(UUID enrolmentId, int generation, UUID completionId, LocalDate countedOn) {}

    /** The enrolment of a statement, before and now; null: none. */
    private record Assigned(UUID id, UUID before, UUID enrolmentId) {}

    private static final TableColumns<Tracked> TRACKED = TableColumns.of(Tracked.class);
    private static final TableColumns<Assigned> ASSIGNED = TableColumns.of(Assigned.class);
    private static final TableColumns<StatedCompletion> ABOUT =
            TableColumns.of(StatedCompletion.class, Map.of("enrolment", "reference"));

    /**
     * The enrolment of each statement: of the learner to whom the account is linked, in the course, the newest that began
     * by the day. One that has counted stays where it is as long as the enrolment is that learner's.
     */
    private static final String ENROLMENTS = """
            select s.id, s.enrolment_id as before,
                   case when s.voided or a.erased then null else coalesce(same.id, newest.id) end as enrolment_id
              from xapi_statement s
              join xapi_account a on a.institution = s.institution and a.account = s.account
              left join enrolment linked on linked.id = coalesce(s.linked_to, a.enrolment_id)
              left join enrolment same on same.id = s.enrolment_id and same.learner_id = linked.learner_id
              left join lateral (
                   select e.id from enrolment e
                    where e.institution = s.institution and e.learner_id = linked.learner_id and e.course = s.course
                      and e.enrolled_on <= s.day
                    order by e.enrolled_on desc, e.id limit 1) newest on true
             where s.institution = :institution and s.account = any(:accounts) and s.result = 'done'
             order by s.id
            """;

    private static final String ASSIGN = """
            update xapi_statement s set enrolment_id = a.enrolment_id, changed = pg_current_xact_id()
              from %s
             where s.institution = :institution and s.id = a.id and s.enrolment_id is distinct from a.enrolment_id
            """.formatted(ASSIGNED.rows("a"));

    private static final String TRACK = """
            insert into xapi_completion (enrolment_id) select id from unnest(:enrolments) as e (id) order by id
            on conflict do nothing
            """;

    private static final String LOCK = """
            select enrolment_id from xapi_completion where enrolment_id = any(:enrolments)
             order by enrolment_id for update
            """;

    /** Read when the rows are locked, so that it sees what those have written who had locked them before. */
    private static final String READ = """
            select c.enrolment_id, e.institution, e.reference, c.generation, c.completion_id, c.counted_on,
                   (select min(s.day) from xapi_statement s
                     where s.enrolment_id = c.enrolment_id and s.result = 'done' and not s.voided) as day
              from xapi_completion c join enrolment e on e.id = c.enrolment_id
             where c.enrolment_id = any(:enrolments) order by c.enrolment_id
            """;

    private static final String WRITE = """
            update xapi_completion c
               set generation = t.generation, completion_id = t.completion_id, counted_on = t.counted_on
              from %s where c.enrolment_id = t.enrolment_id
            """.formatted(TRACKED.rows("t"));

    private static final String STATES = """
            with concerned as (
                select s.*, coalesce(s.linked_to::text, a.enrolment) is not null as is_linked,
                       row_number() over (partition by s.enrolment_id, s.voided, s.result order by s.at, s.id) as place
                  from xapi_statement s
                  join xapi_account a on a.institution = s.institution and a.account = s.account
                 where s.result is not null
                   and (s.enrolment_id = any(:touched) or s.institution = :institution and s.account = any(:accounts))),
            judged as (
                select c.institution, c.id,
                       case when c.voided or c.result = 'failed' then 'ignored'
                            when c.enrolment_id is null then 'waiting'
                            when o.because is not null then 'ignored'
                            when c.place = 1 then 'counted' else 'repeated' end as state,
                       case when c.voided then 'voided'
                            when c.result = 'failed' and exists (
                                 select from xapi_statement d
                                  where d.institution = c.institution and d.account = c.account
                                    and d.activity = c.activity and d.result = 'done' and not d.voided and d.at <= c.at)
                            then 'contradiction'
                            when c.result = 'failed' then 'failed'
                            when c.enrolment_id is null and c.is_linked then 'no-enrolment'
                            when c.enrolment_id is null then 'no-account'
                            else o.because end as because
                  from concerned c left join unnest(:enrolments, :because) as o (enrolment_id, because) using (enrolment_id))
            update xapi_statement s
               set state = j.state, because = j.because, changed = pg_current_xact_id()
              from judged j
             where s.institution = j.institution and s.id = j.id
               and (s.state, s.because) is distinct from (j.state, j.because)
            """;

    private PlatformAccountSettlementRows() {}

    /** Gives each statement of these accounts its enrolment; returns those that any of them has, or had. */
    static Set<UUID> assign(Handle handle, String institution, Collection<String> accounts) {
        List<Assigned> assigned = handle.createQuery(ENROLMENTS)
                .bind("institution", institution)
                .bindArray("accounts", String.class, accounts)
                .map(ASSIGNED)
                .list();
        List<Assigned> moved = assigned.stream()
                .filter(one -> !Objects.equals(one.before(), one.enrolmentId()))
                .toList();
        if (!moved.isEmpty()) {
            ASSIGNED.bind(handle.createUpdate(ASSIGN), moved)
                    .bind("institution", institution)
                    .execute();
        }
        Set<UUID> touched = new HashSet<>();
        assigned.forEach(one -> {
            touched.add(one.before());
            touched.add(one.enrolmentId());
        });
        touched.remove(null);
        return touched;
    }

    /** Locks what is known of these enrolments, and reads what statements say of them. */
    static List<StatedCompletion> lock(Handle handle, Collection<UUID> enrolments) {
        if (enrolments.isEmpty()) {
            return List.of();
        }
        handle.createUpdate(TRACK)
                .bindArray("enrolments", UUID.class, enrolments)
                .execute();
        handle.createQuery(LOCK)
                .bindArray("enrolments", UUID.class, enrolments)
                .mapTo(UUID.class)
                .list();
        return handle.createQuery(READ)
                .bindArray("enrolments", UUID.class, enrolments)
                .map(ABOUT)
                .list();
    }

    static void writeTracked(Handle handle, Collection<Tracked> tracked) {
        if (!tracked.isEmpty()) {
            TRACKED.bind(handle.createUpdate(WRITE), tracked).execute();
        }
    }

    /**
     * Writes what has become of the statements of these accounts, and of all others under the touched enrolments.
     *
     * @param because why statements add nothing, by enrolment
     */
    static void writeStates(
            Handle handle,
            String institution,
            Collection<String> accounts,
            Collection<UUID> touched,
            Map<UUID, StatementReason> because) {
        List<UUID> enrolments = List.copyOf(because.keySet());
        handle.createUpdate(STATES)
                .bind("institution", institution)
                .bindArray("accounts", String.class, accounts)
                .bindArray("touched", UUID.class, touched)
                .bindArray("enrolments", UUID.class, enrolments)
                .bindArray(
                        "because",
                        String.class,
                        enrolments.stream().map(one -> because.get(one).code()).toList())
                .execute();
    }
}

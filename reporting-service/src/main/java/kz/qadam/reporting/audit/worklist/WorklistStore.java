package kz.qadam.reporting.audit.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.chassis.http.security.AccessScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The worklists in the database, as far as the caller may see them. */
record WorklistStore(Handle database, AccessScope scope) {

    /** A worklist to be inserted. */
    record Drawn(
            UUID id,
            String cohort,
            String region,
            String seed,
            int size,
            long batch,
            Instant asOf,
            LocalDate onDay,
            long total,
            Instant drawnAt,
            String drawnBy) {}

    /** While a worklist is open, a record is left out as long as its learner is blocked; a closed one stays as it is. */
    static final String IS_LEFT_OUT = """
            case when worklist.closed_at is null
                 then exists (select from blocked_learner blocked where blocked.learner = record.learner and in_force)
                 else record.left_out end""";

    private static final TableColumns<Drawn> DRAWN = TableColumns.of(Drawn.class);
    private static final TableColumns<Worklist> WORKLIST = TableColumns.of(Worklist.class, Map.of("open", "unchecked"));

    private static final String INSERT = "insert into worklist (%s) values (%s) on conflict (id) do nothing"
            .formatted(DRAWN.names(), DRAWN.values());

    private static final String COUNTED = """
            select worklist.*, counted.*
              from (select * from worklist where {which}) as worklist
             cross join lateral (
                   select count(*) filter (where outcome = 'agrees' and not gone) as agrees,
                          count(*) filter (where outcome = 'differs' and not gone) as differs,
                          count(*) filter (where outcome = 'not-found' and not gone) as not_found,
                          count(*) filter (where outcome is null and not gone) as unchecked,
                          count(*) filter (where gone) as left_out
                     from worklist_record record
                     left join worklist_finding using (worklist, completion)
                    cross join lateral (select {gone} as gone) as now
                    where record.worklist = worklist.id) as counted
            """.replace("{gone}", IS_LEFT_OUT);

    private static final String PAGE = """
            select *, %s
              from (%s) as listed
             order by changed, id
            """.formatted(ListedRow.positionColumns("changed"), COUNTED);

    private static final String NEWEST = "closed_at is not null, drawn_at desc, id";

    private static final String LOCK = "select id from worklist where id = :id %s";

    private static final String CLOSE = """
            with gone as (
                update worklist_record record set left_out = true
                  from blocked_learner blocked
                 where record.worklist = :id and blocked.learner = record.learner and blocked.in_force)
            update worklist set closed_at = :at, closed_by = :by, changed = pg_current_xact_id() where id = :id
            """;

    /** False if there is a worklist with this id. */
    boolean insert(Drawn drawn) {
        return DRAWN.bindOne(database.createUpdate(INSERT), drawn).execute() == 1;
    }

    Optional<Worklist> find(UUID id) {
        return query(COUNTED, "id = :id").bind("id", id).map(WORKLIST).findOne();
    }

    /** The next worklists in the order of their last change: drawn or closed. */
    List<ListedRow<Worklist>> after(PageStart start) {
        return start.rows(
                query(PAGE, "(changed, id) > (:change::text::xid8, :id)", " order by changed, id limit :limit"),
                WORKLIST,
                Worklist::id);
    }

    /** The open ones first, of these the newest first. */
    List<Worklist> newest(int limit) {
        return query(COUNTED + " order by " + NEWEST, "true", " order by " + NEWEST + " limit :limit")
                .bind("limit", limit)
                .map(WORKLIST)
                .list();
    }

    /** A worklist that is not closed until this transaction ends, unless it is closed already. */
    Optional<Worklist> findToWorkOn(UUID id) {
        return lock(id, "for share");
    }

    /** A worklist on which nobody works until this transaction ends. */
    Optional<Worklist> findToClose(UUID id) {
        return lock(id, "for update");
    }

    private Optional<Worklist> lock(UUID id, String how) {
        database.createQuery(LOCK.formatted(how))
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne();
        return find(id);
    }

    void close(UUID id, Instant at, String by) {
        database.createUpdate(CLOSE)
                .bind("id", id)
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    private Query query(String statement, String which) {
        return query(statement, which, "");
    }

    private Query query(String statement, String which, String end) {
        return scope.bindTo(
                database.createQuery(statement.replace("{which}", which + scope.sql("''", "region") + end)));
    }
}

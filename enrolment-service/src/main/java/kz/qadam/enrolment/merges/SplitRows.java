package kz.qadam.enrolment.merges;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.PageStart;
import org.jdbi.v3.core.Handle;

/** Reads and writes splits in the database. Rows are only added. */
public final class SplitRows {

    private static final TableColumns<Split> COLUMNS = TableColumns.of(Split.class);

    private static final String INSERT = """
            insert into learner_split (id, absorbed, surviving, named, enrolments, reason, decided_by, decided_at, version,
                                       merge_reason, merge_decided_by, merge_decided_at, trace)
            values (:id, :absorbed, :surviving, :named, :enrolments, :reason, :decidedBy, :decidedAt, :version,
                    :mergeReason, :mergeDecidedBy, :mergeDecidedAt, :trace)
            """;

    private static final String FIND = """
            select %s from learner_split where id = :id
            """.formatted(COLUMNS.names());

    private static final String NEWEST = """
            select %s from learner_split where absorbed = :absorbed order by version desc limit 1
            """.formatted(COLUMNS.names());

    private static final String OF_LEARNER = """
            select %s from learner_split where :learner in (absorbed, surviving) order by decided_at, id
            """.formatted(COLUMNS.names());

    private static final String AFTER = """
            select %s, %s
              from learner_split
             where (changed, id) > (cast(cast(:change as text) as xid8), :id)
               and (cast(:learner as uuid) is null or cast(:learner as uuid) in (absorbed, surviving))
             order by changed, id limit :limit
            """.formatted(COLUMNS.names(), ListedRow.positionColumns("changed"));

    private SplitRows() {}

    static void insert(Handle database, Split split, String trace) {
        database.createUpdate(INSERT)
                .bindMethods(split)
                .bindArray("named", UUID.class, split.named())
                .bind("trace", trace)
                .execute();
    }

    static Optional<Split> find(Handle database, UUID id) {
        return database.createQuery(FIND).bind("id", id).map(COLUMNS).findOne();
    }

    /** The last split by which this learner became a learner of its own again. */
    static Optional<Split> newest(Handle database, UUID absorbed) {
        return database.createQuery(NEWEST)
                .bind("absorbed", absorbed)
                .map(COLUMNS)
                .findOne();
    }

    /** The splits of a learner, as the absorbed or the surviving one. */
    public static List<Split> ofLearner(Handle database, UUID learner) {
        return database.createQuery(OF_LEARNER)
                .bind("learner", learner)
                .map(COLUMNS)
                .list();
    }

    /** @param learner absorbed or surviving; null: any */
    static List<ListedRow<Split>> after(Handle database, PageStart start, UUID learner) {
        return start.rows(database.createQuery(AFTER).bind("learner", learner), COLUMNS, Split::id);
    }
}

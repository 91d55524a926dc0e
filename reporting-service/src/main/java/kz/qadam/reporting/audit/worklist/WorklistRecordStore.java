package kz.qadam.reporting.audit.worklist;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** The records of one worklist, and what was found about them, in the database. */
record WorklistRecordStore(Handle database, UUID worklist) {

    /** A record to be inserted. */
    record Drawn(UUID worklist, int position, UUID completion, UUID learner, String institution) {}

    /** A record with its state. */
    record Row(int position, UUID completion, UUID learner, RecordState state, WorklistFinding finding) {}

    /**
     * Which records are listed.
     *
     * @param state null: all
     * @param institution null: of all institutions
     * @param after the position after which they begin
     */
    record Choice(RecordState state, String institution, int after, int limit) {}

    private static final TableColumns<Drawn> DRAWN = TableColumns.of(Drawn.class);
    private static final TableColumns<Row> ROW = TableColumns.of(Row.class);

    private static final String INSERT =
            "insert into worklist_record (%s) select * from %s".formatted(DRAWN.names(), DRAWN.rows("drawn"));

    private static final String ROWS = """
            select position, completion, learner, institution, outcome, note, version, found_at, found_by,
                   case when %s then 'left-out' when outcome is null then 'open' else 'checked' end as state
              from worklist
              join worklist_record record on record.worklist = worklist.id
              left join worklist_finding using (worklist, completion)
             where worklist.id = :worklist
            """.formatted(WorklistStore.IS_LEFT_OUT);

    private static final String PAGE = """
            select * from (%s) as row
             where position > :after and (:state::text is null or state = :state)
               and (:institution::text is null or institution = :institution)
             order by position limit :limit
            """.formatted(ROWS);

    private static final String ONE = ROWS + " and completion = :completion";

    private static final String ADD = """
            insert into worklist_finding (worklist, completion, version, outcome, note, found_at, found_by)
            values (:worklist, :completion, 1, :outcome, :note, :at, :by)
            on conflict (worklist, completion) do nothing
            """;

    private static final String REPLACE = """
            update worklist_finding set version = version + 1, outcome = :outcome, note = :note, found_at = :at,
                   found_by = :by
             where worklist = :worklist and completion = :completion and version = :version
            """;

    void insert(Collection<Drawn> drawn) {
        DRAWN.bind(database.createUpdate(INSERT), drawn).execute();
    }

    List<Row> page(Choice choice) {
        return database.createQuery(PAGE)
                .bind("worklist", worklist)
                .bind("after", choice.after())
                .bind("state", choice.state() == null ? null : choice.state().toString())
                .bind("institution", choice.institution())
                .bind("limit", choice.limit())
                .map(ROW)
                .list();
    }

    Optional<Row> find(UUID completion) {
        return database.createQuery(ONE)
                .bind("worklist", worklist)
                .bind("completion", completion)
                .map(ROW)
                .findOne();
    }

    /** False if there is a finding about the record. */
    boolean add(UUID completion, WorklistFindingPost post, Instant at, String by) {
        return write(ADD, completion, 0, post, at, by);
    }

    /** False if the finding has another version. */
    boolean replace(UUID completion, int version, WorklistFindingPost post, Instant at, String by) {
        return write(REPLACE, completion, version, post, at, by);
    }

    private boolean write(
            String statement, UUID completion, int version, WorklistFindingPost post, Instant at, String by) {
        return database.createUpdate(statement)
                        .bindMap(Map.of(
                                "worklist", worklist,
                                "completion", completion,
                                "version", version,
                                "outcome", post.outcome().toString(),
                                "at", at,
                                "by", by))
                        .bind("note", post.note())
                        .execute()
                == 1;
    }
}

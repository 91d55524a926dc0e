package kz.qadam.reporting.audit.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.problem.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads the changes of a figure between two batches: each new state with the state that it replaced. */
enum ChangedFactsQuery {
    TRAINED("now.cohort = old.cohort", """
            select learner as id, learner, cohort, version, cause, from_batch, to_batch, trained_on as day, completion,
                   region, institution, course, attributes, learner || '/' || cohort as subject
              from trained_fact
            """),
    COMPLETIONS("true", """
            select completion as id, learner, cohort, version, cause, from_batch, to_batch,
                   case when counts then completed_on end as day, completion, region, institution, course,
                   attributes, completion::text as subject
              from completion_fact
            """);

    /** Changes inside the cohorts and arrivals in them; and, after the union, departures to another cohort. */
    private static final String PAGE = """
            with pair as (
                select now.from_batch, now.id, now.learner, now.subject, now.version, now.cause, now.cohort,
                       case when old.day <= :on and old.cohort = any(:cohorts) then old.day end as old_day,
                       old.completion as old_completion, old.region as old_region, old.institution as old_institution,
                       old.course as old_course, old.attributes as old_attributes,
                       case when now.day <= :on then now.day end as now_day, now.completion, now.region,
                       now.institution, now.course, now.attributes
                  from (%1$s) as now
                  left join (%1$s) as old on old.id = now.id and old.to_batch = now.from_batch and %2$s
                 where now.cohort = any(:cohorts) and now.from_batch > :from and now.from_batch <= :to
                   and now.from_batch >= :batch
                union all
                select now.from_batch, now.id, now.learner, now.subject, now.version, now.cause, old.cohort,
                       case when old.day <= :on then old.day end, old.completion, old.region, old.institution,
                       old.course, old.attributes, null, null, null, null, null, null
                  from (%1$s) as old
                  join (%1$s) as now on old.id = now.id and old.to_batch = now.from_batch and %2$s
                 where old.cohort = any(:cohorts) and old.to_batch > :from and old.to_batch <= :to
                   and old.to_batch >= :batch and now.cohort <> all(:cohorts)),
            change as (
                select pair.*, case when cause <> 'report' then cause
                                    when coalesce(now_day, old_day) <= :firstDay then 'late' else 'new' end as kind
                  from pair),
            listed as (
                select change.*, batch.instant
                  from change join intake_batch batch on batch.number = change.from_batch
                 where (old_day is not null or now_day is not null)
                   and (old_day is distinct from now_day
                        or (old_day is not null
                            and (old_completion, old_region, old_institution, old_course, old_attributes)
                                is distinct from (completion, region, institution, course, attributes)))
                   and (from_batch, id, cohort) > (:batch, :id, :after) and (:kind::text is null or kind = :kind)
                 order by from_batch, id, cohort limit :limit)
            select listed.*, event.*
              from listed
              left join lateral (
                   select event_id, type, topic, partition, record_offset from event_log
                    where subject = listed.subject and subject_version = listed.version limit 1) as event on true
             order by from_batch, id, cohort
            """;

    private static final TableColumns<RevisionRecords.Place> BEFORE = TableColumns.of(
            RevisionRecords.Place.class,
            Map.of(
                    "completionId", "old_completion",
                    "day", "old_day",
                    "region", "old_region",
                    "institution", "old_institution",
                    "course", "old_course",
                    "attributes", "old_attributes"));
    private static final TableColumns<RevisionRecords.Place> AFTER =
            TableColumns.of(RevisionRecords.Place.class, Map.of("completionId", "completion", "day", "now_day"));

    private final String same;
    private final String states;

    ChangedFactsQuery(String same, String states) {
        this.same = same;
        this.states = states;
    }

    /** @throws Problem 400 for another measure */
    static ChangedFactsQuery of(String measure) {
        return switch (measure == null ? "trained" : measure) {
            case "trained" -> TRAINED;
            case "completions" -> COMPLETIONS;
            default -> throw Problem.badParameter("measure", "unknown-value", "measure", "trained, completions");
        };
    }

    /** A change, and its key in the order of the list. */
    record Entry(UUID id, RevisionRecords.Item item) {}

    /**
     * A question about changes.
     *
     * @param firstDay the local day of the first instant
     * @param kind the class of changes; null for all
     */
    record Question(List<String> cohorts, long from, LocalDate firstDay, long to, LocalDate on, String kind) {}

    List<Entry> page(Handle database, Question question, RevisionCursor after, int limit) {
        return database.createQuery(PAGE.formatted(states, same))
                .bindArray("cohorts", String.class, question.cohorts())
                .bind("from", question.from())
                .bind("firstDay", question.firstDay())
                .bind("to", question.to())
                .bind("on", question.on())
                .bind("kind", question.kind())
                .bind("batch", after.batch())
                .bind("id", after.id())
                .bind("after", after.cohort())
                .bind("limit", limit)
                .map(ChangedFactsQuery::entry)
                .list();
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        RevisionRecords.Place before = place(row, context, BEFORE);
        RevisionRecords.Place after = place(row, context, AFTER);
        return new Entry(
                row.getObject("id", UUID.class),
                new RevisionRecords.Item(
                        row.getLong("from_batch"),
                        row.getObject("instant", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        (after == null ? 0 : 1) - (before == null ? 0 : 1),
                        row.getString("cohort"),
                        row.getObject("learner", UUID.class),
                        before,
                        after,
                        EvidenceRecord.Event.ROW.map(row, context)));
    }

    /** Null if the record did not count. */
    private static RevisionRecords.Place place(
            ResultSet row, StatementContext context, TableColumns<RevisionRecords.Place> columns) throws SQLException {
        RevisionRecords.Place place = columns.map(row, context);
        return place == null || place.day() == null ? null : place;
    }
}

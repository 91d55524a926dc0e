package kz.qadam.reporting.audit.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.asof.PointInTime;
import org.jdbi.v3.core.Handle;

/** Makes receipts from the facts and the event log, as known at a batch. */
final class CompletionReceipts {

    /** The newest state, with the batch of the oldest one and the batch since which the completion counts. */
    private static final String STATE = """
            with state as (
                select * from completion_fact where completion = :completion and from_batch <= :batch)
            select newest.*, received.number as received_batch, received.instant as received_at,
                   counting.number as counting_batch, counting.instant as counting_at
              from (select * from state order by from_batch desc limit 1) as newest
              join intake_batch received on received.number = (select min(from_batch) from state)
              left join intake_batch counting
                on counting.number = (select min(from_batch) from state where from_batch > coalesce(
                       (select max(from_batch) from state where not counts), 0))
            """;

    /** The newest trained state, with the batch since which this completion makes the learner trained. */
    private static final String TRAINED = """
            with state as (
                select version, completion, from_batch from trained_fact
                 where learner = :learner and cohort = :cohort and from_batch <= :batch)
            select newest.version, newest.completion, since.number as batch, since.instant as at
              from (select * from state order by from_batch desc limit 1) as newest
              left join intake_batch since
                on since.number = (select min(from_batch) from state where from_batch > coalesce(
                       (select max(from_batch) from state where completion is distinct from :completion), 0))
            """;

    private static final String EVENTS = """
            select * from (
                select event.event_id, event.type, event.subject_version, event.batch, batch.instant, event.topic,
                       event.partition, event.record_offset
                  from event_log event join intake_batch batch on batch.number = event.batch
                 where event.subject = :subject and event.batch <= :batch and event.type like 'kz.qadam.completion.%'
                 order by event.subject_version desc, event.batch desc limit 1000) as newest
             order by subject_version, batch
            """;

    private static final String BY_REFERENCE = """
            select distinct completion from completion_fact
             where institution = :institution and reference = :reference and from_batch <= :batch
            """;

    private static final String IS_BLOCKED = """
            select exists (select from completion_fact fact join blocked_learner blocked on blocked.learner = fact.learner
                            where fact.completion = :completion and fact.to_batch = still_open() and blocked.in_force)
            """;

    private record State(
            long version,
            String reference,
            String institution,
            UUID learner,
            String course,
            String cohort,
            String region,
            LocalDate completedOn,
            String status,
            boolean counts,
            String because,
            long trainedVersion,
            long receivedBatch,
            Instant receivedAt,
            long countingBatch,
            Instant countingAt) {

        String whyItDoesNotCount() {
            return because == null ? status : because;
        }
    }

    private record Trained(long version, UUID completion, Receipt.Since since) {}

    private static final TableColumns<State> STATE_ROW = TableColumns.of(State.class);
    private static final TableColumns<Trained> TRAINED_ROW = TableColumns.of(Trained.class);
    private static final TableColumns<Receipt.Event> EVENT_ROW = TableColumns.of(
            Receipt.Event.class, Map.of("version", "subject_version", "offset", "record_offset", "at", "instant"));

    private CompletionReceipts() {}

    static Optional<UUID> findCompletion(Handle database, PointInTime point, String institution, String reference) {
        return database.createQuery(BY_REFERENCE)
                .bind("institution", institution)
                .bind("reference", reference)
                .bind("batch", point.batch())
                .mapTo(UUID.class)
                .findFirst();
    }

    /** Whether the learner of a completion is blocked, so that institutions cannot read its receipt. */
    static boolean isBlocked(Handle database, UUID completion) {
        return database.createQuery(IS_BLOCKED)
                .bind("completion", completion)
                .mapTo(Boolean.class)
                .one();
    }

    static Optional<Receipt> find(Handle database, PointInTime point, UUID completion) {
        return database.createQuery(STATE)
                .bind("completion", completion)
                .bind("batch", point.batch())
                .map(STATE_ROW)
                .findOne()
                .map(state -> receipt(database, point, completion, state));
    }

    private static Receipt receipt(Handle database, PointInTime point, UUID completion, State now) {
        boolean isLater = now.completedOn().isAfter(point.on());
        boolean counts = now.counts() && !isLater;
        List<Receipt.Event> events = events(database, point, completion);
        String because = now.counts() ? Receipt.AFTER_THE_DAY : now.whyItDoesNotCount();
        return new Receipt(
                point.asOf(),
                point.on(),
                completion,
                now.reference(),
                now.institution(),
                now.course(),
                now.cohort(),
                now.region(),
                now.completedOn(),
                now.status(),
                now.version(),
                new Receipt.Since(now.receivedBatch(), now.receivedAt()),
                counts,
                counts ? new Receipt.Since(now.countingBatch(), now.countingAt()) : null,
                counts ? null : because,
                training(trained(database, point, completion, now), completion, now, isLater),
                events,
                sealed(database, point, events));
    }

    private static Receipt.Sealed sealed(Handle database, PointInTime point, List<Receipt.Event> events) {
        return events.isEmpty()
                ? null
                : database.createQuery("select segment, line from archive_place(:event, :then)")
                        .bind("event", events.get(events.size() - 1).eventId())
                        .bind("then", point.asOf())
                        .map((row, context) -> new Receipt.Sealed(row.getString("segment"), row.getLong("line")))
                        .findOne()
                        .orElse(null);
    }

    private static Trained trained(Handle database, PointInTime point, UUID completion, State now) {
        return database.createQuery(TRAINED)
                .bind("learner", now.learner())
                .bind("cohort", now.cohort())
                .bind("batch", point.batch())
                .bind("completion", completion)
                .map(TRAINED_ROW)
                .findOne()
                .orElse(new Trained(0, null, null));
    }

    private static Receipt.Training training(Trained newest, UUID completion, State now, boolean isLater) {
        if (newest.version() < now.trainedVersion()) {
            return Receipt.Training.not("in-flight");
        }
        if (!now.counts()) {
            return Receipt.Training.not("does-not-count");
        }
        if (isLater) {
            return Receipt.Training.not(Receipt.AFTER_THE_DAY);
        }
        if (newest.completion() == null) {
            return Receipt.Training.not("requirement-not-met");
        }
        return completion.equals(newest.completion())
                ? Receipt.Training.by(newest.since())
                : Receipt.Training.not("another-completion");
    }

    private static List<Receipt.Event> events(Handle database, PointInTime point, UUID completion) {
        return database.createQuery(EVENTS)
                .bind("subject", completion.toString())
                .bind("batch", point.batch())
                .map(EVENT_ROW)
                .list();
    }
}

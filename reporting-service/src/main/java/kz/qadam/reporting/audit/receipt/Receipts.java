package kz.qadam.reporting.audit.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.qadam.reporting.asof.PointInTime;
import org.jdbi.v3.core.Handle;

/** Makes receipts from the facts and the event log, as known at a batch. */
final class Receipts {

    private static final String STATES = """
            select fact.*, batch.instant from completion_fact fact join intake_batch batch on batch.number = fact.from_batch
             where fact.completion = :completion and fact.from_batch <= :batch
             order by fact.from_batch desc
            """;

    private static final String TRAINED = """
            select fact.version, fact.completion, fact.trained_on, fact.from_batch, batch.instant
              from trained_fact fact join intake_batch batch on batch.number = fact.from_batch
             where fact.learner = :learner and fact.cohort = :cohort and fact.from_batch <= :batch
             order by fact.from_batch desc
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

    /** How many states are in memory at once, however often a completion was corrected. */
    private static final int ROWS_AT_ONCE = 500;

    private static final String BY_REFERENCE = """
            select distinct completion from completion_fact
             where institution = :institution and reference = :reference and from_batch <= :batch
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
            Receipt.Since since) {}

    private record Trained(long version, UUID completion, Receipt.Since since) {}

    private Receipts() {}

    static Optional<UUID> findId(Handle database, PointInTime moment, String institution, String reference) {
        return database.createQuery(BY_REFERENCE)
                .bind("institution", institution)
                .bind("reference", reference)
                .bind("batch", moment.batch())
                .mapTo(UUID.class)
                .findFirst();
    }

    static Optional<Receipt> find(Handle database, PointInTime moment, UUID completion) {
        History<State> states = new History<>(State::counts);
        try (Stream<State> all = database
                .createQuery(STATES)
                .bind("completion", completion)
                .bind("batch", moment.batch())
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> state(row))
                .stream()) {
            all.forEach(states::add);
        }
        return states.newest() == null ? Optional.empty() : Optional.of(receipt(moment, completion, states, database));
    }

    private static Receipt receipt(PointInTime moment, UUID completion, History<State> states, Handle database) {
        State now = states.newest();
        boolean counts = now.counts() && !now.completedOn().isAfter(moment.on());
        return new Receipt(
                moment.asOf(),
                moment.on(),
                completion,
                now.reference(),
                now.institution(),
                now.course(),
                now.cohort(),
                now.region(),
                now.completedOn(),
                now.status(),
                now.version(),
                states.oldest().since(),
                counts,
                counts ? states.first().since() : null,
                counts ? null : because(now),
                training(database, moment, completion, now),
                events(database, moment, completion));
    }

    private static String because(State now) {
        if (now.counts()) {
            return Receipt.AFTER_THE_DAY;
        }
        return now.because() == null ? now.status() : now.because();
    }

    private static Receipt.Training training(Handle database, PointInTime moment, UUID completion, State now) {
        History<Trained> states = new History<>(one -> completion.equals(one.completion()));
        try (Stream<Trained> all = database
                .createQuery(TRAINED)
                .bind("learner", now.learner())
                .bind("cohort", now.cohort())
                .bind("batch", moment.batch())
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) ->
                        new Trained(row.getLong("version"), row.getObject("completion", UUID.class), since(row)))
                .stream()) {
            all.forEach(states::add);
        }
        Trained newest = states.newest();
        if ((newest == null ? 0 : newest.version()) < now.trainedVersion()) {
            return Receipt.Training.not("in-flight");
        }
        if (!now.counts()) {
            return Receipt.Training.not("does-not-count");
        }
        if (now.completedOn().isAfter(moment.on())) {
            return Receipt.Training.not(Receipt.AFTER_THE_DAY);
        }
        if (newest == null || newest.completion() == null) {
            return Receipt.Training.not("requirement-not-met");
        }
        return completion.equals(newest.completion())
                ? Receipt.Training.by(states.first().since())
                : Receipt.Training.not("another-completion");
    }

    /**
     * Takes states, the newest first, and keeps three of them: the newest, the oldest, and the first of the newest
     * states that hold the condition without interruption.
     */
    private static final class History<S> {

        private final Predicate<S> holds;
        private S newest;
        private S first;
        private S oldest;
        private boolean interrupted;

        History(Predicate<S> holds) {
            this.holds = holds;
        }

        void add(S state) {
            interrupted |= !holds.test(state);
            if (newest == null) {
                newest = state;
                first = state;
            }
            if (!interrupted) {
                first = state;
            }
            oldest = state;
        }

        S newest() {
            return newest;
        }

        /** The state since which the condition has held without interruption; only if it holds now. */
        S first() {
            return first;
        }

        S oldest() {
            return oldest;
        }
    }

    private static List<Receipt.Event> events(Handle database, PointInTime moment, UUID completion) {
        return database.createQuery(EVENTS)
                .bind("subject", completion.toString())
                .bind("batch", moment.batch())
                .map((row, context) -> new Receipt.Event(
                        row.getObject("event_id", UUID.class),
                        row.getString("type"),
                        row.getLong("subject_version"),
                        new Receipt.Since(row.getLong("batch"), instant(row)),
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("record_offset")))
                .list();
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(
                row.getLong("version"),
                row.getString("reference"),
                row.getString("institution"),
                row.getObject("learner", UUID.class),
                row.getString("course"),
                row.getString("cohort"),
                row.getString("region"),
                row.getObject("completed_on", LocalDate.class),
                row.getString("status"),
                row.getBoolean("counts"),
                row.getString("because"),
                row.getLong("trained_version"),
                since(row));
    }

    private static Receipt.Since since(ResultSet row) throws SQLException {
        return new Receipt.Since(row.getLong("from_batch"), instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("instant", OffsetDateTime.class).toInstant();
    }
}

package kz.qadam.reporting.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.IntakeConfig;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.rollup.fact.CohortEvaluation;
import org.jdbi.v3.core.Handle;

/**
 * Finds out whether all events that result from an evaluation have been taken in. progress-service publishes the
 * evaluation after Kafka has acknowledged these events, which may be in other partitions. So the intake keeps the end
 * offsets of all partitions with the evaluation, and the cohort is provisional until the intake has passed them.
 */
@ApplicationScoped
class OpenEvaluations {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final String TOPIC = "qadam.completions";

    private static final TableColumns<CohortEvaluation> EVALUATION = TableColumns.of(CohortEvaluation.class);

    private static final String OPEN = """
            insert into evaluation_arrival (cohort, version, opened, ends)
            select one.cohort, one.version, :batch, :ends
              from %s
            on conflict (cohort, version) do nothing
            """.formatted(EVALUATION.rows("one"));

    private static final String PASSED = """
             closed = still_open()
               and not exists (select from unnest(ends) with ordinality as partition_end (end_offset, number)
                     left join intake_offset taken
                       on taken.topic = 'qadam.completions' and taken.partition = partition_end.number - 1
                    where coalesce(taken.next_offset, 0) < partition_end.end_offset)
            """;

    private static final String CLOSE = "update evaluation_arrival set closed = :batch where" + PASSED;

    /** The ends that they wait for may be passed by other events than those that were there. */
    private static final String FORGET_ENDS = """
            update evaluation_arrival set ends = array_fill(cast(:unknown as bigint), array[cardinality(ends)])
             where closed = still_open()
            """;

    private static final String IS_ANY_PASSED = "select exists (select from evaluation_arrival where" + PASSED + ")";

    private static final String IS_ANY_OPEN =
            "select exists (select from evaluation_arrival where closed = still_open())";

    private static final String IS_ANY_UNKNOWN = """
            select exists (select from evaluation_arrival
                            where closed = still_open() and :unknown = any (ends))
            """;

    /** An end that is read later than the evaluation is not lower, so that waiting for it is enough. */
    private static final String FILL_IN = """
            update evaluation_arrival
               set ends = (select array_agg(case when known < :unknown then known
                                                 else coalesce(answered, :unknown) end order by number)
                             from unnest(ends, :answers) with ordinality as partition_end (known, answered, number))
             where closed = still_open() and :unknown = any (ends)
            """;

    private final Database database;
    private final TopicEnds ends;
    private final IntakeClock clock;
    private final PointInTimeResolver points;

    /** Whether an evaluation may be open. It is true at the start, and read again at intervals, for other instances. */
    private volatile boolean maybeOpen = true;

    OpenEvaluations(Database database, TopicEnds ends, IntakeClock clock, PointInTimeResolver points) {
        this.database = database;
        this.ends = ends;
        this.clock = clock;
        this.points = points;
    }

    /**
     * The end offsets of the partitions if there is an evaluation among the events; otherwise none. An end that Kafka
     * does not answer is {@link TopicEnds#UNKNOWN}, and is filled in later.
     */
    List<Long> ends(Collection<ReceivedEvent> readable) {
        return evaluations(readable).isEmpty() ? List.of() : ends.of(TOPIC);
    }

    /** Opens new evaluations, and closes those whose ends the intake has passed, in the transaction of a batch. */
    void take(Handle handle, long batch, Collection<ReceivedEvent> fresh, List<Long> ends) {
        List<CohortEvaluation> evaluations = evaluations(fresh);
        if (!evaluations.isEmpty()) {
            EVALUATION
                    .bind(
                            handle.createUpdate(OPEN).bind("batch", batch).bindArray("ends", Long.class, ends),
                            evaluations)
                    .execute();
            maybeOpen = true;
        }
        if (maybeOpen) {
            handle.createUpdate(CLOSE).bind("batch", batch).execute();
            maybeOpen = holds(IS_ANY_OPEN, handle);
        }
    }

    /** Asks again for the ends that open evaluations wait for. */
    void forgetEnds(Handle handle) {
        handle.createUpdate(FORGET_ENDS).bind("unknown", TopicEnds.UNKNOWN).execute();
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, IntakeConfig intake) {
        if (intake.enabled()) {
            loops.startAtIntervals("evaluation-arrivals", EVERY, this::closePassed);
        }
    }

    /** Closes evaluations between batches: another instance may have passed their ends, or events that are not new. */
    void closePassed() {
        fillInUnknown();
        boolean isPassed = database.transaction(handle -> {
            maybeOpen = holds(IS_ANY_OPEN, handle);
            return maybeOpen && holds(IS_ANY_PASSED, handle);
        });
        if (isPassed) {
            database.transaction(handle ->
                    handle.createUpdate(CLOSE).bind("batch", clock.open(handle)).execute());
            points.batchCommitted();
        }
    }

    private static boolean holds(String condition, Handle handle) {
        return handle.createQuery(condition).mapTo(Boolean.class).one();
    }

    /** Asks Kafka outside of a transaction. */
    private void fillInUnknown() {
        if (database.transaction(handle -> handle.createQuery(IS_ANY_UNKNOWN)
                .bind("unknown", TopicEnds.UNKNOWN)
                .mapTo(Boolean.class)
                .one())) {
            List<Long> answers = ends.of(TOPIC);
            database.transaction(handle -> handle.createUpdate(FILL_IN)
                    .bind("unknown", TopicEnds.UNKNOWN)
                    .bindArray("answers", Long.class, answers)
                    .execute());
        }
    }

    private static List<CohortEvaluation> evaluations(Collection<ReceivedEvent> events) {
        return events.stream()
                .flatMap(one -> one.fact().stream())
                .filter(CohortEvaluation.class::isInstance)
                .map(CohortEvaluation.class::cast)
                .toList();
    }
}

package kz.qadam.reporting.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import kz.qadam.chassis.background.BackgroundLoops;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.IntakeConfig;
import kz.qadam.reporting.asof.PointsInTime;
import kz.qadam.reporting.fact.Evaluation;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * Whether all that follows from an evaluation has been taken in. The publisher sends that a cohort was evaluated when
 * everything before it has been acknowledged, which may lie in other partitions: so the ends of all of them are noted when
 * the evaluation is taken in, and the cohort is provisional until the offsets of the intake have passed them.
 */
@ApplicationScoped
class EvaluationArrivals {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final String TOPIC = "qadam.completions";

    private static final String OPEN = """
            insert into evaluation_arrival (cohort, version, opened, ends)
            select one.cohort, one.version, :batch, :ends
              from unnest(:cohorts, :versions) as one (cohort, version)
            on conflict (cohort, version) do nothing
            """;

    private static final String PASSED = """
             closed = still_open()
               and not exists (select from unnest(ends) with ordinality as place (end_offset, number)
                     left join intake_offset taken
                       on taken.topic = 'qadam.completions' and taken.partition = place.number - 1
                    where coalesce(taken.next_offset, 0) < place.end_offset)
            """;

    private static final String CLOSE = "update evaluation_arrival set closed = :batch where" + PASSED;

    private static final String IS_ANY_PASSED = "select exists (select from evaluation_arrival where" + PASSED + ")";

    private static final String IS_ANY_OPEN =
            "select exists (select from evaluation_arrival where closed = still_open())";

    private static final String IS_ANY_UNKNOWN = """
            select exists (select from evaluation_arrival
                            where closed = still_open() and :unknown = any (ends))
            """;

    /** A later end than the one at the evaluation has all before it that was there then. */
    private static final String FILL_IN = """
            update evaluation_arrival
               set ends = (select array_agg(case when known < :unknown then known
                                                 else coalesce(answered, :unknown) end order by number)
                             from unnest(ends, :answers) with ordinality as place (known, answered, number))
             where closed = still_open() and :unknown = any (ends)
            """;

    private final Database database;
    private final TopicEnds ends;
    private final PointsInTime moments;
    private final Duration behindAfter;

    /** Whether one may be open. At the start this is not known, and of other instances' it is looked up now and then. */
    private volatile boolean maybeOpen = true;

    EvaluationArrivals(
            Database database,
            TopicEnds ends,
            PointsInTime moments,
            @ConfigProperty(name = "qadam.intake-behind-after") Duration behindAfter) {
        this.database = database;
        this.ends = ends;
        this.moments = moments;
        this.behindAfter = behindAfter;
    }

    /**
     * How far the partitions reach, if there is an evaluation among these; of a partition that nobody answers for,
     * {@link TopicEnds#UNKNOWN}, which is filled in later.
     */
    List<Long> ends(Collection<ReceivedEvent> readable) {
        return evaluations(readable).isEmpty() ? List.of() : ends.of(TOPIC);
    }

    /** Notes evaluations that are new, and closes those whose ends are passed, in the transaction of a batch. */
    void take(Handle handle, long batch, Collection<ReceivedEvent> fresh, List<Long> ends) {
        List<Evaluation> evaluations = evaluations(fresh);
        if (!evaluations.isEmpty()) {
            handle.createUpdate(OPEN)
                    .bind("batch", batch)
                    .bindArray("ends", Long.class, ends)
                    .bindArray(
                            "cohorts",
                            String.class,
                            evaluations.stream().map(Evaluation::cohort).toList())
                    .bindArray(
                            "versions",
                            Long.class,
                            evaluations.stream().map(Evaluation::version).toList())
                    .execute();
            maybeOpen = true;
        }
        if (maybeOpen) {
            handle.createUpdate(CLOSE).bind("batch", batch).execute();
            maybeOpen = handle.createQuery(IS_ANY_OPEN).mapTo(Boolean.class).one();
        }
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, IntakeConfig intake) {
        if (intake.enabled()) {
            loops.startAtIntervals("evaluation-arrivals", EVERY, this::closePassed);
        }
    }

    /** Closes what no batch of this instance has closed: ends may be passed by another one, or by events that are not new. */
    void closePassed() {
        fillInUnknown();
        boolean isPassed = database.transaction(handle -> {
            maybeOpen = handle.createQuery(IS_ANY_OPEN).mapTo(Boolean.class).one();
            return maybeOpen
                    && handle.createQuery(IS_ANY_PASSED).mapTo(Boolean.class).one();
        });
        if (isPassed) {
            database.transaction(handle -> {
                long batch = IntakeClock.open(handle, IntakeClock.Content.NOTHING, behindAfter);
                return handle.createUpdate(CLOSE).bind("batch", batch).execute();
            });
            moments.batchCommitted();
        }
    }

    /** Kafka is not asked in a transaction. */
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

    private static List<Evaluation> evaluations(Collection<ReceivedEvent> events) {
        return events.stream()
                .flatMap(one -> one.fact().stream())
                .filter(Evaluation.class::isInstance)
                .map(Evaluation.class::cast)
                .toList();
    }
}

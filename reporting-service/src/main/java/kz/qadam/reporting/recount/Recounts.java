package kz.qadam.reporting.recount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.process.InstanceName;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.asof.Moments;
import org.jboss.logging.Logger;

/** Runs recounts one after another, and keeps what they found. */
@ApplicationScoped
class Recounts {

    private static final Logger LOG = Logger.getLogger(Recounts.class);

    private static final String ASK = """
            insert into recount (id, batch, as_of, on_day, cohort, requested_by, requested_at, instance)
            values (:id, :batch, :asOf, :on, :cohort, :by, :at, :instance)
            """;

    private static final String FIND = """
            select case when finished then result end, finished and failed
              from (select *, :until::timestamptz is null or finished_at <= :until as finished from recount) as known
             where id = :id and (:until::timestamptz is null or requested_at <= :until)
            """;

    private static final String ABANDON = """
            update recount set failed = true, finished_at = :at where instance = :instance and result is null
            """;

    private static final String KEEP = """
            update recount set result = :result, failed = :failed, finished_at = :at where id = :id
            """;

    /** Where a recount stands. */
    sealed interface State {
        record Running() implements State {}

        record Failed() implements State {}

        /**
         * It has ended.
         *
         * @param result the JSON of {@link Recounted}, kept as it was first answered
         */
        record Done(String result) implements State {}
    }

    private final Database database;
    private final ObjectMapper json;
    private final RecountConfig config;
    private final String instance;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "recount"));

    Recounts(Database database, ObjectMapper json, RecountConfig config, InstanceName instance) {
        this.database = database;
        this.json = json;
        this.config = config;
        this.instance = instance.toString();
    }

    /** What this instance had been counting when it ended will never be finished. */
    void start(@Observes StartupEvent event) {
        database.transaction(handle -> handle.createUpdate(ABANDON)
                .bind("instance", instance)
                .bind("at", Moments.stamp(handle))
                .execute());
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    UUID ask(Moment moment, String cohort, String by) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        database.transaction(handle -> handle.createUpdate(ASK)
                .bind("id", id)
                .bind("batch", moment.batch())
                .bind("asOf", moment.asOf())
                .bind("on", moment.on())
                .bind("cohort", cohort)
                .bind("by", by)
                .bind("at", Moments.stamp(handle))
                .bind("instance", instance)
                .execute());
        await(executor.submit(() -> run(new Recount(id, moment, cohort))));
        return id;
    }

    /** @param askedUntil null for whenever it was asked for */
    Optional<State> find(UUID id, Instant askedUntil) {
        return database.transaction(handle -> handle.createQuery(FIND)
                .bind("id", id)
                .bind("until", askedUntil)
                .map((row, context) -> state(row.getString(1), row.getBoolean(2)))
                .findOne());
    }

    private static State state(String result, boolean failed) {
        if (failed) {
            return new State.Failed();
        }
        return result == null ? new State.Running() : new State.Done(result);
    }

    private void run(Recount recount) {
        String result = null;
        try {
            result = json.writeValueAsString(database.transaction(recount::run));
        } catch (RuntimeException | JsonProcessingException e) {
            LOG.errorf(e, "Recount %s failed", recount.id());
        }
        keep(recount.id(), result);
    }

    private void keep(UUID id, String result) {
        database.transaction(handle -> handle.createUpdate(KEEP)
                .bind("id", id)
                .bind("result", result)
                .bind("failed", result == null)
                .bind("at", Moments.stamp(handle))
                .execute());
    }

    private void await(Future<?> running) {
        try {
            running.get(config.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("The recount goes on in the background");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The recount could not be kept", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package kz.qadam.reporting.audit.recount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TransactionLimit;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.process.EssentialThread;
import kz.qadam.chassis.base.process.InstanceName;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Runs recounts one after another, and keeps their results. The number that may wait is limited. */
@ApplicationScoped
class Recounts {

    private static final Logger LOG = Logger.getLogger(Recounts.class);

    private static final String INSERT = """
            insert into recount (id, batch, as_of, on_day, cohort, requested_by, requested_at, instance, alive_until)
            values (:id, :batch, :asOf, :on, :cohort, :by, :at, :instance, now() + :lease * interval '1 millisecond')
            on conflict do nothing
            """;

    private static final String FIND = """
            select case when finished then result end, finished and failed
              from (select *, :until::timestamptz is null or finished_at <= :until as finished from recount) as known
             where id = :id and (:until::timestamptz is null or requested_at <= :until)
            """;

    private static final String ABANDON = """
            update recount set failed = true, finished_at = :at where instance = :instance and finished_at is null
            """;

    private static final String KEEP = """
            update recount set result = :result, failed = :failed, finished_at = :at,
                   awaited = case when requested_by = :daily then cast(:awaited as jsonb) end
             where id = :id and finished_at is null
            """;

    private static final String LIMIT_LOCK_WAIT = "set local lock_timeout = '2s'";

    /** How often this instance tries to keep a result: for about a minute. */
    private static final int ATTEMPTS = 20;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** The state of a recount. */
    sealed interface State {
        record Running() implements State {}

        record Failed() implements State {}

        /**
         * The recount has ended.
         *
         * @param result the JSON of {@link RecountResult}, kept as it was first answered
         */
        record Done(String result) implements State {}
    }

    /** How long a recount may take: it reads every event. */
    private static final TransactionLimit MOST = TransactionLimit.withPauses(Duration.ofHours(2));

    private final Database database;
    private final ObjectMapper json;
    private final RecountConfig config;
    private final RecountLeases leases;
    private final Recording recording;
    private final String instance;
    private final Semaphore permits;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(task -> EssentialThread.of("recount", task));

    Recounts(
            Database database,
            ObjectMapper json,
            RecountConfig config,
            RecountLeases leases,
            InstanceName instance,
            Recording recording) {
        this.recording = recording;
        this.database = database;
        this.json = json;
        this.config = config;
        this.leases = leases;
        this.permits = new Semaphore(1 + config.waiting());
        this.instance = instance.toString();
    }

    /** A recount that this instance was running when it stopped will never be finished: it has failed. */
    void failAbandoned(@Observes StartupEvent event) {
        try {
            database.transaction(this::abandon);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Abandoned recounts will be marked as failed later, when their leases have lapsed: %s",
                    e.getMessage());
        }
    }

    private int abandon(Handle handle) {
        handle.execute(LIMIT_LOCK_WAIT);
        return handle.createUpdate(ABANDON)
                .bind("instance", instance)
                .bind("at", PointInTimeResolver.stamp(handle))
                .execute();
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    /**
     * Runs a recount, and waits for its end at most as long as an answer may take.
     *
     * @throws Problem 503 if too many recounts are waiting
     */
    UUID runAndAwait(PointInTime point, String cohort, String by) {
        return runAndAwait(point, cohort, by, recording::addWrite);
    }

    /**
     * Runs a recount that no request asks for, and waits for its end at most as long as an answer may take.
     *
     * @param trail adds the entry of the recount with this id to the trail
     * @throws Problem 503 if too many recounts are waiting
     */
    UUID runAndAwait(PointInTime point, String cohort, String by, BiConsumer<Handle, String> trail) {
        UUID id = newId();
        var ended = new CompletableFuture<Void>();
        begin(id, point, cohort, by, trail, ended);
        await(ended);
        return id;
    }

    static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    /**
     * Begins a recount, and does not wait for its end. With the same id again, nothing begins.
     *
     * @param cohort null: all
     * @throws Problem 503 if too many recounts are waiting
     */
    void begin(UUID id, PointInTime point, String cohort, String by) {
        begin(id, point, cohort, by, recording::addWrite, new CompletableFuture<>());
    }

    private void begin(
            UUID id,
            PointInTime point,
            String cohort,
            String by,
            BiConsumer<Handle, String> trail,
            CompletableFuture<Void> ended) {
        if (!permits.tryAcquire()) {
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("many-recounts"));
        }
        boolean isRunning = false;
        try {
            if (insert(id, point, cohort, by, trail)) {
                leases.begin(id);
                executor.execute(() -> run(new Recount(id, point, cohort), ended));
                isRunning = true;
            }
        } finally {
            if (!isRunning) {
                permits.release();
            }
        }
    }

    /** @return whether there was none with this id */
    private boolean insert(UUID id, PointInTime point, String cohort, String by, BiConsumer<Handle, String> trail) {
        return database.transaction(handle -> {
            boolean isNew = insert(handle, id, point, cohort, by);
            if (isNew) {
                trail.accept(handle, id.toString());
            }
            return isNew;
        });
    }

    private boolean insert(Handle handle, UUID id, PointInTime point, String cohort, String by) {
        return handle.createUpdate(INSERT)
                        .bind("id", id)
                        .bind("batch", point.batch())
                        .bind("asOf", point.asOf())
                        .bind("on", point.on())
                        .bind("cohort", cohort)
                        .bind("by", by)
                        .bind("at", PointInTimeResolver.stamp(handle))
                        .bind("instance", instance)
                        .bind("lease", leases.length().toMillis())
                        .execute()
                == 1;
    }

    private void release(UUID id) {
        leases.end(id);
        permits.release();
    }

    /** @param askedUntil finds the recount only if it was requested by then; null: always */
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

    /** An error, such as lack of memory, ends the process; then the lease of this recount lapses. */
    private void run(Recount recount, CompletableFuture<Void> ended) {
        try {
            run(recount);
            ended.complete(null);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The result of recount %s cannot be kept", recount.id());
            ended.completeExceptionally(e);
        } finally {
            release(recount.id());
        }
    }

    private void run(Recount recount) {
        Kept kept = Kept.FAILED;
        try {
            Recount.Found found = database.transaction(MOST, recount::run);
            kept = new Kept(json.writeValueAsString(found.result()), json.writeValueAsString(found.awaited()));
        } catch (RuntimeException | JsonProcessingException e) {
            LOG.errorf(e, "Recount %s failed", recount.id());
        }
        keep(recount.id(), kept);
    }

    /** What is kept of a recount, as JSON; null if it failed. */
    record Kept(String result, String awaited) {

        static final Kept FAILED = new Kept(null, null);
    }

    /** Tries again while the row is locked, since the recount may have taken hours; its lease is renewed meanwhile. */
    void keep(UUID id, Kept found) {
        for (int attempt = 1; ; attempt++) {
            try {
                database.transaction(handle -> keep(handle, id, found));
                return;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !Database.waitedForLockInVain(e)) {
                    throw e;
                }
                LOG.warnf("The result of recount %s cannot be kept yet: %s", id, e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    private static int keep(Handle handle, UUID id, Kept found) {
        handle.execute(LIMIT_LOCK_WAIT);
        return handle.createUpdate(KEEP)
                .bind("id", id)
                .bind("result", found.result())
                .bind("failed", found.result() == null)
                .bind("daily", DailyRecount.REQUESTER)
                .bind("awaited", found.awaited())
                .bind("at", PointInTimeResolver.stamp(handle))
                .execute();
    }

    private void await(Future<?> running) {
        try {
            running.get(config.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("The recount continues in the background");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The result of the recount could not be kept", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

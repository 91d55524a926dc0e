package kz.qadam.chassis.submissions.submission;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.limit.ConcurrencyLimit;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/**
 * Runs dry runs of single items in a few separate threads, so that any number of them leaves the threads and database
 * connections for posts free.
 */
@ApplicationScoped
public class DryRuns {

    private final ConcurrencyLimit<String> permits;
    private final ThreadPoolExecutor threads;

    DryRuns(DryRunConfig config, MeterRegistry metrics) {
        int most = config.atOnce() + config.mayWait();
        permits = ConcurrencyLimit.ofWaiting(most, Math.max(1, most / 2));
        // A permit is given back before its thread is free, so that the queue needs room for all.
        threads = new ThreadPoolExecutor(
                config.atOnce(), config.atOnce(), 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(most));
        threads.allowCoreThreadTimeOut(true);
        ExecutorServiceMetrics.monitor(metrics, threads, "dry-runs");
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /**
     * Runs a dry run when its turn comes.
     *
     * @param owner the owner of the dry run; one owner may use at most half of the permits
     * @throws Problem 429 if too many dry runs of this owner wait, 503 if too many wait in total
     */
    public <T> CompletionStage<T> run(String owner, Supplier<T> dryRun) {
        ConcurrencyLimit.Permit permit = permits.take(owner);
        try {
            return CompletableFuture.supplyAsync(dryRun, threads).whenComplete((done, failure) -> permit.leave());
        } catch (RejectedExecutionException e) {
            permit.leave();
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("shutting-down"));
        }
    }

    /**
     * To be called first in the transaction of a dry run. It limits how long the dry run waits for a lock, since
     * meanwhile its own locks block posts; after this time it is answered 503.
     */
    public static void waitBriefly(Handle handle) {
        handle.execute("set local lock_timeout = '500ms'");
    }
}

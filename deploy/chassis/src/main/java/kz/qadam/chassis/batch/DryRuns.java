package kz.qadam.chassis.batch;

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
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/**
 * Dry runs of single items. They have a few threads of their own, so that however many are asked for, the threads and the
 * database connections that posts need stay free.
 */
@ApplicationScoped
public class DryRuns {

    private final ThreadPoolExecutor threads;

    DryRuns(DryRunConfig config, MeterRegistry metrics) {
        threads = new ThreadPoolExecutor(
                config.atOnce(), config.atOnce(), 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(config.mayWait()));
        threads.allowCoreThreadTimeOut(true);
        ExecutorServiceMetrics.monitor(metrics, threads, "dry-runs");
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /**
     * Runs one of them when it is its turn.
     *
     * @throws Problem 503 if too many wait already
     */
    public <T> CompletionStage<T> run(Supplier<T> dryRun) {
        try {
            return CompletableFuture.supplyAsync(dryRun, threads);
        } catch (RejectedExecutionException e) {
            throw new Problem(ProblemType.UNAVAILABLE, Text.of("too-many-wait"));
        }
    }

    /**
     * To be called first in the transaction of a dry run: what it has locked it keeps from posts no longer than this while
     * it waits for another lock. Then it is answered 503.
     */
    public static void waitBriefly(Handle handle) {
        handle.execute("set local lock_timeout = '500ms'");
    }
}

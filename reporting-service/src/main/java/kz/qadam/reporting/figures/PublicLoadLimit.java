package kz.qadam.reporting.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/**
 * Limits how many public questions are worked on at once, so that callers without a token cannot overload the instance.
 * Equal questions that arrive meanwhile share one piece of work.
 */
@Startup
@ApplicationScoped
class PublicLoadLimit {

    private final PublicLoadConfig config;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ConcurrentMap<Object, CompletableFuture<Object>> working = new ConcurrentHashMap<>();
    private final Counter refused;

    PublicLoadLimit(PublicLoadConfig config, MeterRegistry metrics) {
        this.config = config;
        this.free = new Semaphore(config.atOnce(), true);
        this.refused = Counter.builder("qadam.public.refused")
                .description("Public questions that were answered 503, since too many others were being worked on")
                .register(metrics);
    }

    /**
     * Works on a question as soon as there is a free permit.
     *
     * @param asked the question; equal questions share one answer
     * @throws Problem 503 if too many others wait, or if it has waited too long
     */
    @SuppressWarnings("unchecked")
    <T> T run(Object asked, Supplier<T> work) {
        var ours = new CompletableFuture<Object>();
        CompletableFuture<Object> others = working.putIfAbsent(asked, ours);
        if (others != null) {
            return (T) await(others);
        }
        try {
            T result = runInTurn(work);
            ours.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            ours.completeExceptionally(e);
            throw e;
        } finally {
            working.remove(asked, ours);
        }
    }

    /** For work that the service itself does for the public: it waits for a free permit without a time limit. */
    <T> T runWhenFree(Supplier<T> work) {
        free.acquireUninterruptibly();
        return runAndRelease(work);
    }

    private <T> T runInTurn(Supplier<T> work) {
        if (!free.tryAcquire() && !waitForTurn()) {
            refused.increment();
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("many-questions"));
        }
        return runAndRelease(work);
    }

    private <T> T runAndRelease(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean waitForTurn() {
        try {
            return waiting.incrementAndGet() <= config.waiting()
                    && free.tryAcquire(config.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static Object await(CompletableFuture<Object> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw e;
        }
    }
}

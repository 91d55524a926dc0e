package kz.qadam.enrolment.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/**
 * Asks Keycloak the many questions of a request. All such requests together ask a few at a time, so that others are answered
 * meanwhile. Once Keycloak has not answered one, it is not asked the rest: each would wait as long.
 */
@ApplicationScoped
class ConcurrentKeycloakCalls {

    /** Half of those that Keycloak is asked at a time. */
    private static final int AT_A_TIME = 2;

    private final Semaphore permits = new Semaphore(AT_A_TIME);

    /** The answers, in the order of the questions. To close it leaves unasked what was not asked yet. */
    static final class Answers<A> implements AutoCloseable {

        private final ExecutorService threads;
        private final Iterator<CompletableFuture<A>> answers;

        private Answers(ExecutorService threads, List<CompletableFuture<A>> answers) {
            this.threads = threads;
            this.answers = answers.iterator();
        }

        /** @throws Problem what the question was refused with; {@link ProblemType#UNAVAILABLE} if it was not answered */
        A next() {
            try {
                return answers.next().join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    <T, A> Answers<A> ask(List<T> about, Function<T, A> question) {
        var unanswered = new AtomicReference<Problem>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        return new Answers<>(
                threads,
                about.stream()
                        .map(one -> CompletableFuture.supplyAsync(() -> ask(one, question, unanswered), threads))
                        .toList());
    }

    private <T, A> A ask(T about, Function<T, A> question, AtomicReference<Problem> unanswered) {
        permits.acquireUninterruptibly();
        try {
            if (unanswered.get() != null) {
                throw unanswered.get();
            }
            return question.apply(about);
        } catch (Problem refused) {
            if (refused.type() == ProblemType.UNAVAILABLE) {
                unanswered.compareAndSet(null, refused);
            }
            throw refused;
        } finally {
            permits.release();
        }
    }
}

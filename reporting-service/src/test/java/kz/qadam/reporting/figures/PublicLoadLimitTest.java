package kz.qadam.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublicLoadLimitTest {

    private record Config(int atOnce, int waiting, Duration patience) implements PublicLoadConfig {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();

    @AfterEach
    void stop() {
        ready.countDown();
        threads.shutdownNow();
    }

    @Test
    void two_are_worked_on_and_a_third_is_refused_at_once() {
        PublicLoadLimit limit = limit(0, Duration.ofMinutes(1));
        givenTwoAtWork(limit);

        assertThatThrownBy(() -> limit.run("third", () -> "third"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
    }

    @Test
    void a_third_is_answered_when_the_two_are_ready() {
        PublicLoadLimit limit = limit(0, Duration.ofMinutes(1));
        List<CompletableFuture<String>> two = givenTwoAtWork(limit);

        ready.countDown();

        assertThat(two).extracting(CompletableFuture::join).containsExactly("one", "other");
        assertThat(limit.<String>run("third", () -> "third")).isEqualTo("third");
    }

    @Test
    void one_that_waits_has_its_turn_when_another_is_ready() {
        PublicLoadLimit limit = limit(1, Duration.ofMinutes(1));
        List<CompletableFuture<String>> two = givenTwoAtWork(limit);

        CompletableFuture<String> third = ask(limit, "third");
        ready.countDown();

        assertThat(third.join()).isEqualTo("third");
        assertThat(two).extracting(CompletableFuture::join).containsExactly("one", "other");
    }

    @Test
    void one_that_waited_long_enough_is_refused() {
        PublicLoadLimit limit = limit(1, Duration.ofMillis(20));
        List<CompletableFuture<String>> two = givenTwoAtWork(limit);

        assertThatThrownBy(() -> limit.run("third", () -> "third")).isInstanceOf(Problem.class);

        ready.countDown();
        assertThat(two).extracting(CompletableFuture::join).containsExactly("one", "other");
    }

    @Test
    void the_same_question_is_worked_on_once() {
        PublicLoadLimit limit = limit(0, Duration.ZERO);
        CompletableFuture<String> one = ask(limit, "same");
        await().until(() -> working.get() == 1);

        CompletableFuture<String> same = ask(limit, "same");
        CompletableFuture<String> other = ask(limit, "other");
        await().until(() -> working.get() == 2);
        ready.countDown();

        assertThat(one.join()).isEqualTo("same");
        assertThat(same.join()).isEqualTo("same");
        assertThat(other.join()).isEqualTo("other");
    }

    private List<CompletableFuture<String>> givenTwoAtWork(PublicLoadLimit limit) {
        var two = List.of(ask(limit, "one"), ask(limit, "other"));
        await().until(() -> working.get() == 2);
        return two;
    }

    private static PublicLoadLimit limit(int waiting, Duration patience) {
        return new PublicLoadLimit(new Config(2, waiting, patience), new SimpleMeterRegistry());
    }

    private CompletableFuture<String> ask(PublicLoadLimit limit, String question) {
        return CompletableFuture.supplyAsync(
                () -> limit.run(question, () -> {
                    working.incrementAndGet();
                    awaitReady();
                    return question;
                }),
                threads);
    }

    private void awaitReady() {
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

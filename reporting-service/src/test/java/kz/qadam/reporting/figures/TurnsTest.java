package kz.qadam.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnsTest {

    private record Config(int atOnce, int waiting, Duration patience) implements PublicConfig {}

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
        Turns turns = turns(0, Duration.ofMinutes(1));
        CompletableFuture<String> one = ask(turns, "one");
        CompletableFuture<String> other = ask(turns, "other");
        await().until(() -> working.get() == 2);

        assertThatThrownBy(() -> turns.take("third", () -> "third"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));

        ready.countDown();
        assertThat(one.join()).isEqualTo("one");
        assertThat(other.join()).isEqualTo("other");
        assertThat(turns.<String>take("third", () -> "third")).isEqualTo("third");
    }

    @Test
    void one_that_waits_has_its_turn_when_another_is_ready() {
        Turns turns = turns(1, Duration.ofMinutes(1));
        CompletableFuture<String> one = ask(turns, "one");
        CompletableFuture<String> other = ask(turns, "other");
        await().until(() -> working.get() == 2);

        CompletableFuture<String> third = ask(turns, "third");

        ready.countDown();
        assertThat(third.join()).isEqualTo("third");
        assertThat(one.join()).isEqualTo("one");
        assertThat(other.join()).isEqualTo("other");
    }

    @Test
    void one_that_waited_long_enough_is_refused() {
        Turns turns = turns(1, Duration.ofMillis(20));
        CompletableFuture<String> one = ask(turns, "one");
        CompletableFuture<String> other = ask(turns, "other");
        await().until(() -> working.get() == 2);

        assertThatThrownBy(() -> turns.take("third", () -> "third")).isInstanceOf(Problem.class);

        ready.countDown();
        assertThat(one.join()).isEqualTo("one");
        assertThat(other.join()).isEqualTo("other");
    }

    @Test
    void the_same_question_is_worked_on_once() {
        Turns turns = turns(0, Duration.ZERO);
        CompletableFuture<String> one = ask(turns, "same");
        await().until(() -> working.get() == 1);

        CompletableFuture<String> same = ask(turns, "same");
        CompletableFuture<String> other = ask(turns, "other");
        await().until(() -> working.get() == 2);
        ready.countDown();

        assertThat(one.join()).isEqualTo("same");
        assertThat(same.join()).isEqualTo("same");
        assertThat(other.join()).isEqualTo("other");
    }

    private static Turns turns(int waiting, Duration patience) {
        return new Turns(new Config(2, waiting, patience), new SimpleMeterRegistry());
    }

    private CompletableFuture<String> ask(Turns turns, String question) {
        return CompletableFuture.supplyAsync(
                () -> turns.take(question, () -> {
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

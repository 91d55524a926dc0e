package kz.qadam.enrolment.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.junit.jupiter.api.Test;

class ConcurrentKeycloakCallsTest {

    private static final List<Integer> MANY = IntStream.range(0, 100).boxed().toList();

    private final ConcurrentKeycloakCalls questions = new ConcurrentKeycloakCalls();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void answers_come_in_the_order_of_the_questions() {
        try (var answers = questions.ask(MANY, one -> one * 2)) {
            MANY.forEach(one -> assertThat(answers.next()).isEqualTo(one * 2));
        }
    }

    @Test
    void once_one_is_not_answered_the_rest_is_not_asked() {
        try (var answers = questions.ask(MANY, one -> refused(ProblemType.UNAVAILABLE))) {
            MANY.forEach(one -> assertThatThrownBy(answers::next)
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE)));
        }

        assertThat(asked).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void one_that_is_refused_keeps_none_of_the_others_back() {
        try (var answers = questions.ask(MANY, one -> refused(ProblemType.RULE_VIOLATED))) {
            MANY.forEach(one -> assertThatThrownBy(answers::next).isInstanceOf(Problem.class));
        }

        assertThat(asked).hasValue(MANY.size());
    }

    @Test
    void all_requests_together_ask_two_at_a_time() throws InterruptedException {
        var busy = new CountDownLatch(2);
        var free = new CountDownLatch(1);
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();

        List<CompletableFuture<Void>> requests = IntStream.range(0, 5)
                .mapToObj(request -> CompletableFuture.runAsync(() -> {
                    try (var answers = questions.ask(List.of(1, 2, 3), one -> {
                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        busy.countDown();
                        await(free);
                        return atOnce.decrementAndGet();
                    })) {
                        IntStream.range(0, 3).forEach(one -> answers.next());
                    }
                }))
                .toList();
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        free.countDown();
        requests.forEach(CompletableFuture::join);

        assertThat(most).hasValue(2);
    }

    private Integer refused(ProblemType type) {
        asked.incrementAndGet();
        throw new Problem(type);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package kz.qadam.chassis.submissions.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final List<List<Integer>> written = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    /** The first transaction waits until it may go on; the number 13 breaks every transaction that it is in. */
    private List<String> write(List<Integer> items) {
        begun.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (items.contains(13)) {
            throw new IllegalArgumentException("13");
        }
        written.add(List.copyOf(items));
        return items.stream().map(item -> "kept " + item).toList();
    }

    private GroupCommit<Integer, String> group(int capacity) {
        return new GroupCommit<>("test", capacity, 1, 100, this::write);
    }

    private static CompletableFuture<String> offer(GroupCommit<Integer, String> group, int item) {
        return offer(group, "somebody", item);
    }

    private static CompletableFuture<String> offer(GroupCommit<Integer, String> group, String owner, int item) {
        return group.submit(owner, item).toCompletableFuture();
    }

    private void whileTheFirstIsWritten(Runnable others) throws InterruptedException {
        begun.await();
        others.run();
        mayGoOn.countDown();
    }

    @Test
    void what_comes_while_another_is_written_is_written_together() throws Exception {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        try (var group = group(100)) {
            answers.add(offer(group, 0));
            whileTheFirstIsWritten(() -> IntStream.rangeClosed(1, 5).forEach(item -> answers.add(offer(group, item))));

            assertThat(answers)
                    .extracting(CompletableFuture::get)
                    .containsExactly("kept 0", "kept 1", "kept 2", "kept 3", "kept 4", "kept 5");
        }
        assertThat(written).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
    }

    @Test
    void one_that_cannot_be_kept_spoils_it_for_nobody_else() throws Exception {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        try (var group = group(100)) {
            answers.add(offer(group, 0));
            whileTheFirstIsWritten(
                    () -> IntStream.rangeClosed(11, 14).forEach(item -> answers.add(offer(group, item))));

            assertThatThrownBy(answers.get(3)::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("13");
            assertThat(answers.get(4).get()).isEqualTo("kept 14");
        }
        assertThat(written.stream().flatMap(List::stream)).containsExactly(0, 11, 12, 14);
    }

    @Test
    void nobody_waits_for_ever_for_those_who_came_together_with_others() throws Exception {
        try (var group = group(100)) {
            CompletableFuture<String> first = offer(group, 0);
            List<CompletableFuture<String>> together = new ArrayList<>();
            whileTheFirstIsWritten(() -> {
                together.add(offer(group, 1));
                together.add(offer(group, 2));
            });
            first.get();
            together.get(1).get();

            assertThat(offer(group, 3).get()).isEqualTo("kept 3");
        }
    }

    @Test
    void more_than_may_wait_are_turned_away() throws Exception {
        try (var group = group(1)) {
            CompletableFuture<String> written = offer(group, 0);
            begun.await();
            CompletableFuture<String> waiting = offer(group, 1);

            assertThatThrownBy(() -> offer(group, 2)).isInstanceOf(Problem.class);

            mayGoOn.countDown();
            assertThat(List.of(written.get(), waiting.get())).containsExactly("kept 0", "kept 1");
        }
    }

    @Test
    void an_outage_is_answered_to_all_at_once_and_nobody_is_suspected() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        var outage = new ConnectionException(new SQLException("gone", "08006"));
        List<CompletableFuture<String>> answers = new ArrayList<>();
        try (var group = new GroupCommit<Integer, String>("test", 100, 1, 100, items -> {
            if (attempts.incrementAndGet() == 1) {
                return write(items);
            }
            throw outage;
        })) {
            answers.add(offer(group, 0));
            whileTheFirstIsWritten(() -> IntStream.rangeClosed(1, 8).forEach(item -> answers.add(offer(group, item))));

            assertThat(answers.subList(1, 9))
                    .allSatisfy(answer -> assertThatThrownBy(answer::get)
                            .isInstanceOf(ExecutionException.class)
                            .hasCause(outage));
        }
        assertThat(attempts).hasValue(2);
    }

    @Test
    void one_institution_takes_no_more_than_its_share_while_others_are_taken_in() throws Exception {
        try (var group = new GroupCommit<>("test", 4, 0.5, 100, this::write)) {
            List<CompletableFuture<String>> answers = new ArrayList<>(List.of(offer(group, "greedy", 0)));
            begun.await();
            answers.add(offer(group, "greedy", 1));
            answers.add(offer(group, "greedy", 2));

            assertThatThrownBy(() -> offer(group, "greedy", 3))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS));
            answers.add(offer(group, "modest", 4));

            mayGoOn.countDown();
            assertThat(answers)
                    .extracting(CompletableFuture::get)
                    .containsExactly("kept 0", "kept 1", "kept 2", "kept 4");
            assertThat(offer(group, "greedy", 5).get()).isEqualTo("kept 5");
        }
    }
}

package kz.qadam.chassis.base.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundLoopsTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final BackgroundLoops loops = new BackgroundLoops(PATIENCE);

    @Test
    void stuck_loops_are_waited_for_together_and_only_once() throws InterruptedException {
        var started = new CountDownLatch(6);
        var release = new CountDownLatch(1);
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            loops.start(name, Duration.ZERO, () -> {
                started.countDown();
                release.await();
                return false;
            });
        }
        started.await();
        long start = System.nanoTime();

        loops.stop(new ShutdownEvent());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.multipliedBy(4));
        release.countDown();
    }

    @Test
    void an_interruptible_step_is_interrupted_and_the_loop_tidies_up() throws InterruptedException {
        var started = new CountDownLatch(1);
        var tidied = new CountDownLatch(1);
        BackgroundLoop.Step sleep = () -> {
            started.countDown();
            new CountDownLatch(1).await();
            return true;
        };
        loops.start(new BackgroundLoop("sleeper", Duration.ZERO, sleep, tidied::countDown));
        started.await();

        loops.stop(new ShutdownEvent());

        assertThat(tidied.getCount()).isZero();
    }

    @Test
    void what_a_loop_does_at_its_end_is_not_interrupted() throws InterruptedException {
        var tidying = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var tidied = new CountDownLatch(1);
        BackgroundLoop.Step last = () -> {
            throw new InterruptedException();
        };
        var loop = new BackgroundLoop("ended", Duration.ZERO, last, () -> {
            tidying.countDown();
            if (isReached(mayGoOn)) tidied.countDown();
        });
        loops.start(loop);
        tidying.await();

        loop.end();

        mayGoOn.countDown();
        loop.thread().join();
        assertThat(tidied.getCount()).isZero();
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void a_loop_that_cannot_tidy_up_ends_all_the_same() throws InterruptedException {
        var loop = new BackgroundLoop("untidy", Duration.ZERO, () -> false, () -> {
            throw new IllegalStateException("There is no database");
        });
        loops.start(loop);

        loops.stop(new ShutdownEvent());

        assertThat(loop.thread().isAlive()).isFalse();
    }

    @Test
    void a_loop_that_finds_nothing_looks_once_a_second_until_it_is_woken() throws InterruptedException {
        var looks = new AtomicInteger();
        BackgroundLoop.Step nothing = () -> {
            looks.incrementAndGet();
            return false;
        };
        var loop = new BackgroundLoop("quiet", Duration.ofMillis(1), nothing, () -> {});
        loops.start(loop);
        await().until(() -> looks.get() >= 21);
        await().during(Duration.ofMillis(500)).until(() -> looks.get() <= 22);

        loop.wake();

        await().until(() -> looks.get() >= 21 + 21);
        loops.stop(new ShutdownEvent());
    }
}

package kz.qadam.chassis.base.background;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The background work of a service. It starts with the service. Before the service stops, all loops are asked to end
 * together, and waited for once: a loop finishes its current step, or is interrupted in it if that step may be
 * interrupted.
 */
@ApplicationScoped
public class BackgroundLoops {

    /** All background work has ended this long after it was asked to, or is abandoned. */
    public static final Duration LONGEST_END = Duration.ofSeconds(10);

    private record Work(Thread thread, Runnable askToEnd) {}

    private final List<Work> all = new CopyOnWriteArrayList<>();
    private final Duration patience;

    public BackgroundLoops() {
        this(LONGEST_END);
    }

    BackgroundLoops(Duration patience) {
        this.patience = patience;
    }

    /** Starts a loop. */
    public BackgroundLoop start(String name, Duration every, BackgroundLoop.Step step) {
        return start(new BackgroundLoop(name, every, step));
    }

    /**
     * Starts a loop of which only the instance that holds the lease does its work. The lease is given up when the
     * service stops, so that another instance continues at once.
     *
     * @param step is asked to check whether the lease is held
     */
    public BackgroundLoop start(String name, Duration every, BackgroundLoop.Step step, Lease lease) {
        return start(BackgroundLoop.uninterrupted(name, every, step, lease::giveUp));
    }

    /** Starts a loop. */
    public BackgroundLoop start(BackgroundLoop loop) {
        endWithService(loop.thread(), loop::end);
        loop.thread().start();
        return loop;
    }

    /** Starts a loop that does all waiting work in each step. */
    public BackgroundLoop startAtIntervals(String name, Duration every, Runnable work) {
        return start(name, every, () -> {
            work.run();
            return false;
        });
    }

    /** Lets a thread that is not a loop of this package end with the service. */
    public void endWithService(Thread thread, Runnable askToEnd) {
        all.add(new Work(thread, askToEnd));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        all.forEach(work -> work.askToEnd().run());
        long deadline = System.nanoTime() + patience.toNanos();
        for (Work work : all) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left > 0) {
                work.thread().join(left);
            }
        }
    }
}

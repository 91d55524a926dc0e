package kz.qadam.chassis.base.background;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kz.qadam.chassis.base.database.DatabaseClearance;

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
    private final BooleanSupplier mayWork;

    @Inject
    BackgroundLoops(DatabaseClearance database) {
        this(LONGEST_END, database::mayBeUsed);
    }

    /** Loops that work whatever is known of the database. */
    public BackgroundLoops() {
        this(LONGEST_END, () -> true);
    }

    BackgroundLoops(Duration patience) {
        this(patience, () -> true);
    }

    private BackgroundLoops(Duration patience, BooleanSupplier mayWork) {
        this.patience = patience;
        this.mayWork = mayWork;
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

    /** Starts a loop, which works while the database may be used. */
    public BackgroundLoop start(BackgroundLoop loop) {
        loop.workOnlyIf(mayWork);
        return startAlways(loop);
    }

    /** Starts a loop that also works while the database may not be used. */
    public BackgroundLoop startAlways(BackgroundLoop loop) {
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

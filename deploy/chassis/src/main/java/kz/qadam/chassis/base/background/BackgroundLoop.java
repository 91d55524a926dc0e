package kz.qadam.chassis.base.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.process.EssentialThread;
import org.jboss.logging.Logger;

/**
 * Runs background work step by step, while no caller waits. After a step that found work, the next step follows at
 * once. Otherwise the loop rests until its interval is over or until {@link #wake} is called, mostly after a commit
 * that added work. After twenty steps in a row that found nothing it rests for a second, if its interval is shorter.
 *
 * <p>One thread runs the steps of a loop. Several instances run the same loop: if all of them may work, a step claims
 * its rows ({@code for update skip locked}); if only one may work, the step takes a {@link Lease}.
 *
 * <p>After an exception the step is tried again, since the cause may be temporary. An {@link Error}, also as the cause
 * of an exception, ends the process: see {@link EssentialThread}.
 */
public final class BackgroundLoop {

    /** One piece of the work. */
    @FunctionalInterface
    public interface Step {

        /**
         * Runs once.
         *
         * @return whether there may be more work, so that the next step follows at once
         */
        boolean take() throws InterruptedException;
    }

    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofMillis(200);
    private static final Duration WARN_EVERY = Duration.ofSeconds(30);
    private static final int LOOKS_UNTIL_QUIET = 20;
    private static final Duration WHILE_QUIET = Duration.ofSeconds(1);

    private final Duration every;
    private final Step step;
    private final Runnable atEnd;
    private final boolean isInterruptible;
    private final Semaphore wake = new Semaphore(0);
    private final Warnings warnings;
    private final Thread thread;
    private volatile boolean open = true;
    private BooleanSupplier mayWork = () -> true;
    private boolean isTidying;

    /** @param every how long the loop rests if nothing wakes it earlier */
    BackgroundLoop(String name, Duration every, Step step) {
        this(name, every, step, () -> {}, false);
    }

    /** A loop that finishes its current step when it has to end. */
    static BackgroundLoop uninterrupted(String name, Duration every, Step step, Runnable atEnd) {
        return new BackgroundLoop(name, every, step, atEnd, false);
    }

    /**
     * A loop whose current step is interrupted when it has to end.
     *
     * @param every how long the loop rests if nothing wakes it earlier
     * @param atEnd runs in the loop's thread after the last step
     */
    public BackgroundLoop(String name, Duration every, Step step, Runnable atEnd) {
        this(name, every, step, atEnd, true);
    }

    private BackgroundLoop(String name, Duration every, Step step, Runnable atEnd, boolean isInterruptible) {
        this.every = every;
        this.step = step;
        this.atEnd = atEnd;
        this.isInterruptible = isInterruptible;
        this.warnings = new Warnings(LOG, "The background work " + name + " failed and is tried again", WARN_EVERY);
        this.thread = EssentialThread.of(name, this::run);
    }

    /** Before it starts: steps are taken only while this is true. */
    void workOnlyIf(BooleanSupplier condition) {
        mayWork = condition;
    }

    Thread thread() {
        return thread;
    }

    /** Ends the rest, since there is new work. */
    public void wake() {
        wake.release();
    }

    /** Whether the loop continues after the current step. */
    public boolean isOpen() {
        return open;
    }

    /** Asks the loop to end after its current step. */
    synchronized void end() {
        open = false;
        wake();
        if (isInterruptible && !isTidying) {
            thread.interrupt();
        }
    }

    private void run() {
        int emptyLooks = 0;
        while (open) {
            try {
                if (!mayWork.getAsBoolean()) {
                    rest(UNTIL_ASKED_AGAIN);
                } else if (step.take() || rest(emptyLooks < LOOKS_UNTIL_QUIET ? every : longer(every, WHILE_QUIET))) {
                    emptyLooks = 0;
                } else {
                    emptyLooks++;
                }
            } catch (InterruptedException e) {
                open = false;
            } catch (RuntimeException e) {
                endProcessAfterError(e);
                warn(e);
            }
        }
        tidyUp();
    }

    /** The end of the loop may have interrupted a step, but not what follows it. */
    private void tidyUp() {
        synchronized (this) {
            isTidying = true;
            Thread.interrupted();
        }
        try {
            atEnd.run();
        } catch (RuntimeException e) {
            LOG.warnf(Database.loggable(e), "The background work %s did not end cleanly", thread.getName());
        }
    }

    /** Throws the error that caused a failure, if one did: in a loop, that ends the process. */
    public static void endProcessAfterError(RuntimeException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Error error) {
                throw error;
            }
        }
    }

    private void warn(RuntimeException failure) {
        if (open) {
            warnings.add(failure.getClass().getSimpleName(), Database.loggable(failure));
            warnings.write();
            try {
                rest(AFTER_FAILURE);
            } catch (InterruptedException e) {
                open = false;
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Returns whether it was woken. */
    private boolean rest(Duration pause) throws InterruptedException {
        boolean isWoken = open && wake.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
        if (isWoken) {
            wake.drainPermits();
        }
        return isWoken;
    }
}

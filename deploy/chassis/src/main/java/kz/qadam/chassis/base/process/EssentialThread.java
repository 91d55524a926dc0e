package kz.qadam.chassis.base.process;

import org.jboss.logging.Logger;

/**
 * A thread without which a service must not continue: a service whose intake or relay has died would look healthy and
 * do nothing. An exception or error that the thread does not catch ends the process, and its supervisor starts it
 * again.
 */
public final class EssentialThread {

    /** EX_SOFTWARE of sysexits.h: an internal error. */
    public static final int EXIT_CODE = 70;

    private static final Logger LOG = Logger.getLogger(EssentialThread.class);

    private EssentialThread() {}

    /** Distinguishes these threads from the threads of requests. */
    private static final class Loop extends Thread {

        private Loop(Runnable work, String name) {
            super(work, name);
        }
    }

    /** A thread that has not been started yet. */
    public static Thread of(String name, Runnable work) {
        Thread thread = new Loop(work, name);
        thread.setUncaughtExceptionHandler((failed, failure) -> endProcess("The thread " + failed.getName(), failure));
        return thread;
    }

    /** Whether the current thread is such a thread. */
    public static boolean isCurrent() {
        return Thread.currentThread() instanceof Loop;
    }

    /** Halts without shutdown hooks: after an error such as an OutOfMemoryError, a clean shutdown is not reliable. */
    static void endProcess(String what, Throwable failure) {
        try {
            LOG.fatalf(failure, "%s failed; the process ends", what);
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}

package kz.qadam.chassis.process;

import org.jboss.logging.Logger;

/**
 * A thread without which a service must not go on: a service whose intake or relay has died would look healthy and do
 * nothing. An exception or error that the thread does not catch itself ends the process, and whatever supervises the
 * process starts it again.
 */
public final class EssentialThread {

    /** EX_SOFTWARE of sysexits.h: an internal error. */
    public static final int EXIT_CODE = 70;

    private static final Logger LOG = Logger.getLogger(EssentialThread.class);

    private EssentialThread() {}

    /** To be told from the threads of requests. */
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

    /** Whether the code that asks runs on such a thread. */
    public static boolean isCurrent() {
        return Thread.currentThread() instanceof Loop;
    }

    /** Halts without shutdown hooks: after an error such as lack of memory, nothing can be relied on to end in order. */
    static void endProcess(String what, Throwable failure) {
        try {
            LOG.fatalf(failure, "%s failed; the process ends", what);
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}

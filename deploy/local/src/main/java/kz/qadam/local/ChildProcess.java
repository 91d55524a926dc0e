package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A process that writes to a log. On Linux it has a separate session, so that a terminal's Ctrl-C reaches only this
 * JVM, and it receives {@code lastSignal} when this JVM ends in any way.
 */
record ChildProcess(Process process) {

    private static final boolean LEASH = succeeds(List.of("setsid", "setpriv", "--pdeathsig", "KILL", "true"));

    /**
     * The kernel sends the last signal when the parent thread ends, so one thread that never ends starts all processes.
     */
    private static final ThreadPoolExecutor NURSE =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                var thread = new Thread(work, "children");
                thread.setDaemon(true);
                return thread;
            });

    static ChildProcess start(List<String> command, Map<String, String> environment, Path log, String lastSignal)
            throws IOException {
        List<String> leashed =
                new ArrayList<>(LEASH ? List.of("setsid", "setpriv", "--pdeathsig", lastSignal) : List.of());
        leashed.addAll(command);
        var builder = new ProcessBuilder(leashed)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(NURSE.submit(builder::start).get());
        } catch (ExecutionException e) {
            throw new IOException("Cannot start " + command.get(0), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting " + command.get(0), e);
        }
    }

    /** The same command, but whatever else runs has priority, also where the kernel gives each session its own share. */
    static List<String> yielding(List<String> command) {
        List<String> yielding = new ArrayList<>(List.of(
                "sh", "-c", "{ echo 19 >/proc/self/autogroup; } 2>/dev/null; exec nice -n 19 \"$@\"", "yielding"));
        yielding.addAll(command);
        return yielding;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Sends this signal, and kills the process if it has not ended within the time. Returns whether it ended by itself.
     */
    boolean stop(String signal, Duration patience) {
        // The shell's own kill: the smallest Debian has no program of this name.
        var kill = List.of("sh", "-c", "kill -s %s %d".formatted(signal, pid()));
        if (process.isAlive() && succeeds(kill) && ended(patience)) {
            return true;
        }
        kill();
        return false;
    }

    void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(10));
    }

    /** Whether it has ended within this time. */
    boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One process of the suite. It is started, watched, and started again each time it dies, until it is stopped. */
final class SuiteProcess {

    /** Starts a process, after any preparation. */
    interface Launch {
        ChildProcess start() throws IOException;
    }

    private static final Duration STEADY = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int LAST_LINES = 20;

    private final String name;
    private final Path log;
    private final Launch launch;
    private final BooleanSupplier ready;
    private final Duration patience;
    private final Consumer<String> news;

    private volatile ChildProcess child;

    /** The thread that watches the process now; a thread that finds another thread here, or null, ends. */
    private volatile Thread watch;

    SuiteProcess(
            String name, Path log, Launch launch, BooleanSupplier ready, Duration patience, Consumer<String> news) {
        this.name = name;
        this.log = log;
        this.launch = launch;
        this.ready = ready;
        this.patience = patience;
        this.news = news;
    }

    /**
     * Starts the process. The future completes when the process is ready, or with the reason why it failed; from then on it
     * is kept running.
     */
    synchronized CompletableFuture<Void> start() {
        var firstReady = new CompletableFuture<Void>();
        watch = new Thread(() -> keepAlive(firstReady), name);
        watch.setDaemon(true);
        watch.start();
        return firstReady;
    }

    /** Stops the process with this signal and does not restart it. Returns whether it stopped cleanly. */
    synchronized boolean stop(String signal, Duration patience) {
        watch = null;
        return child != null && child.stop(signal, patience);
    }

    /** Kills the process and does not restart it. */
    synchronized void kill() {
        watch = null;
        if (child != null) {
            child.kill();
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return child.pid();
    }

    private boolean watched() {
        return Thread.currentThread().equals(watch);
    }

    private void keepAlive(CompletableFuture<Void> firstReady) {
        Duration pause = Duration.ZERO;
        while (watched()) {
            long began = System.nanoTime();
            String end = liveOnce(firstReady);
            pause = since(began).compareTo(STEADY) > 0 ? Duration.ZERO : longer(pause);
            if (watched()) {
                news.accept("%-18s ended unexpectedly (%s) and is started again".formatted(name, end));
                Patience.pause(pause);
            }
        }
        firstReady.cancel(false);
    }

    /** Runs the process once, and returns why it ended. */
    private String liveOnce(CompletableFuture<Void> firstReady) {
        long began = System.nanoTime();
        try {
            synchronized (this) {
                if (!watched()) {
                    return "stopped";
                }
                child = launch.start();
            }
            if (Patience.until(ready, child::isAlive, patience)) {
                news.accept(
                        "%-18s ready after %.1f s".formatted(name, since(began).toMillis() / 1e3));
                firstReady.complete(null);
            } else if (!firstReady.isDone() && watched()) {
                throw new CannotStart("%s did not start. The end of %s:%n%s".formatted(name, log, lastLines()));
            }
            return "exit code " + Patience.exitCode(child.process());
        } catch (IOException | RuntimeException e) {
            if (firstReady.completeExceptionally(e)) {
                watch = null;
            }
            return e.getMessage();
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.isZero() ? Duration.ofMillis(250) : pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}

package kz.qadam.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The processes of a suite; once it is stopped, none is started any more. */
final class SuiteProcesses {

    private static final Duration TO_BE_READY = Duration.ofMinutes(5);

    private final Installation files;
    private final Consumer<String> news;
    private final List<SuiteProcess> all = new ArrayList<>();
    private volatile boolean closed;

    SuiteProcesses(Installation files, Consumer<String> news) {
        this.files = files;
        this.news = news;
    }

    SuiteProcess add(String name, SuiteProcess.Launch launch, BooleanSupplier ready) throws IOException {
        return add(name, launch, ready, TO_BE_READY);
    }

    SuiteProcess add(String name, SuiteProcess.Launch launch, BooleanSupplier ready, Duration patience)
            throws IOException {
        var process = new SuiteProcess(name, files.log(name), launch, ready, patience, news);
        all.add(process);
        return process;
    }

    List<String> names() {
        return all.stream().map(SuiteProcess::name).toList();
    }

    /** Returns when these processes are ready, or throws as soon as one fails. */
    void start(Collection<SuiteProcess> some) throws IOException {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        synchronized (this) {
            if (closed) {
                throw new CannotStart("The suite has been stopped");
            }
            some.forEach(process -> starts.add(process.start()));
        }
        var ready = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        starts.forEach(start -> start.exceptionally(reason -> {
            ready.completeExceptionally(reason);
            return null;
        }));
        try {
            ready.join();
        } catch (CompletionException | CancellationException e) {
            throw e.getCause() instanceof IOException reason ? reason : new CannotStart("The suite has been stopped");
        }
    }

    /** Kills all processes at the same time. */
    void kill() {
        all.parallelStream().forEach(SuiteProcess::kill);
    }

    /** From now on nothing is started. */
    synchronized void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}

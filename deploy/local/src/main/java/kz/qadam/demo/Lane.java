package kz.qadam.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs tasks with limited concurrency and in a given order. Tasks that have not started when it is closed are dropped.
 */
final class Lane implements AutoCloseable {

    /** A task. */
    interface Task {
        void run() throws IOException, InterruptedException;
    }

    private final ExecutorService threads;

    Lane(int atOnce) {
        this.threads = Executors.newFixedThreadPool(atOnce, task -> {
            var thread = new Thread(task, "demo");
            thread.setDaemon(true);
            return thread;
        });
    }

    CompletableFuture<Void> run(Task task) {
        return after(CompletableFuture.completedFuture(null), task);
    }

    /** Runs a task after an earlier one has completed. */
    CompletableFuture<Void> after(CompletableFuture<Void> earlier, Task task) {
        return CompletableFuture.runAsync(
                () -> {
                    earlier.join();
                    perform(task);
                },
                threads);
    }

    /** Waits until all are done, or until the first fails. */
    static void await(List<CompletableFuture<Void>> tasks) throws IOException {
        var all = CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new));
        tasks.forEach(task -> task.exceptionally(reason -> {
            all.completeExceptionally(reason);
            return null;
        }));
        try {
            all.join();
        } catch (CompletionException e) {
            throw cause(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static void perform(Task task) {
        try {
            task.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted", e));
        }
    }

    private static IOException cause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return new IOException(e);
    }
}

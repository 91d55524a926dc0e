package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file with the processes that a launcher started, so that the next launcher can end those that are still running.
 */
record ProcessLedger(Path file) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * The system computes the start of a process from its own boot time, which changes slightly when the clock is
     * corrected.
     */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    void add(ChildProcess child) throws IOException {
        Instant started = child.process().info().startInstant().orElse(Instant.EPOCH);
        Files.writeString(
                file, "%d %s\n".formatted(child.pid(), started), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Ends the remaining processes, and empties the file. */
    void clear() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<ProcessHandle> leftovers = Files.readAllLines(file).stream()
                .map(ProcessLedger::survivor)
                .flatMap(Optional::stream)
                .toList();
        leftovers.forEach(ProcessHandle::destroy);
        Patience.until(() -> leftovers.stream().noneMatch(ProcessHandle::isAlive), () -> true, PATIENCE);
        leftovers.forEach(ProcessHandle::destroyForcibly);
        Patience.until(() -> leftovers.stream().noneMatch(ProcessHandle::isAlive), () -> true, PATIENCE);
        Files.delete(file);
    }

    /** The remaining process of a line; a process with the same number but another start time is a different one. */
    private static Optional<ProcessHandle> survivor(String line) {
        String[] words = line.split(" ", 2);
        Instant noted = Instant.parse(words[1]);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> process.info()
                        .startInstant()
                        .filter(started ->
                                Duration.between(noted, started).abs().compareTo(CLOCK_STEP) < 0)
                        .isPresent());
    }
}

package kz.qadam.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Beside the data of the suite: by which plan the demo was begun, and what has been sent of it. A demo that was cut short
 * goes on by it, on another day too.
 */
final class Journal {

    private static final String COMPLETE = "complete";

    private final Path file;
    private final Plan plan;
    private final Set<String> entries;

    private Journal(Path file, List<String> lines) {
        this.file = file;
        String[] plan = lines.get(0).split(" ", 3);
        this.plan = new Plan(Long.parseLong(plan[0]), Double.parseDouble(plan[1]), LocalDate.parse(plan[2]));
        this.entries = new HashSet<>(lines.subList(1, lines.size()));
    }

    /** The one that is there already, by whatever plan; else a new one by this. */
    static Journal of(Path file, Plan plan) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, "%d %s %s%n".formatted(plan.seed(), plan.size(), plan.until()));
        }
        return new Journal(file, Files.readAllLines(file));
    }

    Plan plan() {
        return plan;
    }

    synchronized boolean has(String entry) {
        return entries.contains(entry);
    }

    synchronized void note(String entry) throws IOException {
        Files.writeString(file, entry + System.lineSeparator(), StandardOpenOption.APPEND);
        entries.add(entry);
    }

    boolean isComplete() {
        return has(COMPLETE);
    }

    void complete() throws IOException {
        note(COMPLETE);
    }
}

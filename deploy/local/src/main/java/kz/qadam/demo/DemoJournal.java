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
 * A file with the plan of a started demo and the chunks that have been sent. With it an interrupted load continues,
 * also on another day.
 */
final class DemoJournal {

    private static final String COMPLETE = "complete";

    private final Path file;
    private final DemoPlan plan;
    private final Set<String> entries;

    private DemoJournal(Path file, List<String> lines) {
        this.file = file;
        String[] plan = lines.get(0).split(" ", 4);
        this.plan = new DemoPlan(
                Long.parseLong(plan[0]),
                Double.parseDouble(plan[1]),
                LocalDate.parse(plan[2]),
                // A journal of an earlier version does not say it.
                plan.length < 4 ? Demo.YEARS : Integer.parseInt(plan[3]));
        this.entries = new HashSet<>(lines.subList(1, lines.size()));
    }

    /** The existing journal, with its own plan; else a new one for this plan. */
    static DemoJournal of(Path file, DemoPlan plan) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, "%d %s %s %d%n".formatted(plan.seed(), plan.size(), plan.until(), plan.years()));
        }
        return new DemoJournal(file, Files.readAllLines(file));
    }

    DemoPlan plan() {
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

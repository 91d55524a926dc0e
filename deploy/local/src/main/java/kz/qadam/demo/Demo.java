package kz.qadam.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Two years of a synthetic programme, loaded through the public APIs. The same seed on the same day makes the same
 * history; an interrupted load continues when it is started again, and a complete demo is not loaded twice.
 */
public final class Demo {

    static final int YEARS = 2;

    private static final long SEED = 2026;

    /** The first release counts all earlier month ends, too. */
    private static final Duration UNTIL_FIRST_RELEASE = Duration.ofMinutes(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int AT_ONCE = 4;

    private final Access access;
    private final DemoJournal journal;
    private final PrintStream out;

    private Demo(Access access, DemoJournal journal, PrintStream out) {
        this.access = access;
        this.journal = journal;
        this.out = out;
    }

    /**
     * Loads the demo, compares the figures of the suite with the generator's own count, and opens the series of public
     * releases.
     *
     * @param journal the file that records the progress; it belongs to the data of the demo
     * @param size 1 for the demo in its full size
     * @return the differences; empty if all figures are equal, or if the demo was loaded before
     */
    public static List<String> load(Access access, Path journal, double size, LocalDate today, PrintStream out)
            throws IOException, InterruptedException {
        return load(access, journal, size, YEARS, today, out);
    }

    /** The same with as many people over other years. */
    public static List<String> load(
            Access access, Path journal, double size, int years, LocalDate today, PrintStream out)
            throws IOException, InterruptedException {
        var demo = new Demo(access, DemoJournal.of(journal, new DemoPlan(SEED, size, today.minusDays(1), years)), out);
        List<String> differences = demo.journal.isComplete() ? demo.recognised() : demo.load();
        if (differences.isEmpty()) {
            demo.publish();
        }
        return differences;
    }

    private List<String> recognised() {
        out.printf(
                "The demo is here already, with %d years up to %s.%n",
                journal.plan().years(), journal.plan().until());
        return List.of();
    }

    private List<String> load() throws IOException, InterruptedException {
        long began = System.nanoTime();
        History history = DemoGenerator.history(journal.plan());
        out.printf(
                "%d years up to %s: %,d institutions in %d regions, %,d enrolments, %,d completions, %,d amendments.%n",
                history.plan().years(),
                history.plan().until(),
                history.partners().size(),
                Region.ALL.size(),
                history.enrolments().size(),
                history.completions().size(),
                history.amendments().size());
        describe(history);
        try (var bar = bar("sent", history.rows());
                var loader = new Loader(access, journal, bar::stepBy)) {
            loader.load(history);
        }
        Figures counted = PlainCount.of(history);
        Figures reported = await(counted);
        List<String> differences = counted.differences(reported);
        if (differences.isEmpty()) {
            journal.complete();
        }
        out.printf("Loaded in %d s.%n", (System.nanoTime() - began) / 1_000_000_000);
        report(counted, differences);
        return differences;
    }

    private void describe(History history) throws IOException, InterruptedException {
        var office = new DemoOffice(access);
        office.plans(history.plan());
        for (var required : history.plan().requirements().entrySet()) {
            office.requires(required.getKey(), required.getValue());
        }
        try (var lane = new Lane(AT_ONCE)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            Course.ALL.forEach(course -> all.add(lane.run(() -> office.offers(course))));
            history.partners().forEach(partner -> all.add(lane.run(() -> office.opens(partner.institution()))));
            Lane.await(all);
        }
    }

    private Figures await(Figures counted) throws IOException, InterruptedException {
        long all = counted.ofCohorts().sum();
        try (var bar = bar("counted", all)) {
            return new ReportedFigures(access).await(counted, sum -> bar.stepTo(Math.min(all, sum)));
        }
    }

    /** Returns when everybody sees the figures. A demo of an earlier version was loaded and never opened. */
    private void publish() throws IOException, InterruptedException {
        var releases = new Releases(access);
        releases.open();
        long end = System.nanoTime() + UNTIL_FIRST_RELEASE.toNanos();
        while (!releases.havePublished() && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        out.println(
                releases.havePublished()
                        ? "The public figures are released."
                        : "The public figures are not released yet: see the log of reporting-service.");
    }

    private void report(Figures counted, List<String> differences) {
        if (differences.isEmpty()) {
            out.printf(
                    "All %,d figures equal the generator's own count:%n",
                    counted.at().size());
        } else {
            out.printf("%,d figures differ from the generator's own count:%n", differences.size());
            differences.stream().limit(20).forEach(difference -> out.println("  " + difference));
            out.println("The generator's own count:");
        }
        counted.ofCohorts().at().forEach((cohort, figure) -> out.printf("  %-15s %s%n", cohort, figure));
        out.printf("  %-15s %,d trained%n", "people", counted.people());
    }

    private static ProgressBar bar(String task, long most) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }
}

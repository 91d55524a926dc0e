package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.capacity.CapacityReport;
import kz.qadam.capacity.CapacitySample;
import kz.qadam.capacity.Holding;
import kz.qadam.capacity.ReportsAlone;

/** What {@code deploy/checks/capacity} measures of a suite that runs, with reports in files, and prints. */
record Capacity(Installation files, Ports ports, Path work) {

    private static final int PEOPLE_ALONE = 30;

    private static final String TRAINED = """
            select count(distinct learner) from trained_fact where to_batch = still_open() and trained_on is not null
            """;
    private static final String TAKEN_IN = """
            select sum(events) / extract(epoch from max(instant) - min(instant)) from intake_batch
             where instant < (select max(instant) from intake_batch where events > 100)
            """;

    /** Without what fills the rest of a file each minute. */
    private static final String LOG = "select wal_bytes from pg_stat_wal";

    /** What a migration may have to do to a table. */
    private static final String REWRITE = """
            begin;
            alter table %1$s add column capacity uuid default gen_random_uuid();
            create index on %1$s (capacity);
            rollback
            """;

    /** The repository, the purpose, and the directory with the repository of the backups and a copy of the archive. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Logger.getLogger("").setLevel(Level.OFF);
        var command = Command.of(arguments, "Usage: capacity [PEOPLE]");
        var files = Installation.chosenBy(System.getenv(), command);
        Ports ports = InstallationLock.holder(files.lockFile()).orElseThrow();
        var capacity = new Capacity(files, ports, Path.of(command.arguments().get(0)));
        new CapacityReport(capacity.sample()).lines().forEach(System.out::println);
        capacity.rewrite();
    }

    private CapacitySample sample() throws IOException, InterruptedException, SQLException {
        var stored = new StoredData(files, ports);
        say("taken in, events a second: %.0f", stored.number(Service.REPORTING, TAKEN_IN));
        List<Holding> inFiles = everything();
        say("log written in all: %,.0f MB", log() / 1e6);
        long began = System.nanoTime();
        String school = files.tokens().token(Bearer.of("partner", ChangeUnderLoad.INSTITUTION));
        int alone =
                new ReportsAlone(ports.uri(Service.ENROLMENT), ports.uri(Service.PROGRESS), school).send(PEOPLE_ALONE);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        List<Holding> afterwards = everything();
        long before = log();
        Patience.pause(took);
        List<Holding> idle = everything();
        say(
                "log of an idle day: %.2f GB",
                (log() - before) / 1e9 * Duration.ofDays(1).toSeconds() / took.toSeconds());
        long people = Math.round(stored.number(Service.REPORTING, TRAINED));
        return new CapacitySample(people, inFiles, alone, afterwards, idle);
    }

    private List<Holding> everything() throws IOException, SQLException {
        var stored = new StoredData(files, ports);
        List<Holding> all = new ArrayList<>();
        for (Service service : Service.values()) {
            all.addAll(stored.tables(service));
        }
        all.addAll(stored.topics());
        all.add(below("archive", "a copy of the archive", "segments"));
        return all;
    }

    private long log() throws IOException, SQLException {
        return Math.round(new StoredData(files, ports).number(Service.REPORTING, LOG));
    }

    private Holding below(String directory, String store, String name) throws IOException {
        long bytes = 0;
        try (var all = Files.walk(work.resolve(directory))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return Holding.withoutRows(store, name, bytes);
    }

    private void rewrite() throws IOException, SQLException {
        var stored = new StoredData(files, ports);
        for (Service service : Service.values()) {
            Holding largest = stored.tables(service).stream()
                    .filter(one -> one.days() == 0)
                    .max(Comparator.comparingLong(Holding::bytes))
                    .orElseThrow();
            long began = System.nanoTime();
            stored.execute(service, REWRITE.formatted(largest.name()));
            say("%s rewritten, with an index more: %.1f s", largest.name(), (System.nanoTime() - began) / 1e9);
            began = System.nanoTime();
            stored.execute(service, "vacuum analyze");
            say("%s, vacuum of all tables: %.1f s", service.module(), (System.nanoTime() - began) / 1e9);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println("- " + String.format(Locale.ROOT, format, values));
    }
}

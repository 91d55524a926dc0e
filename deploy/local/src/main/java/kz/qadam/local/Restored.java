package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * {@code deploy/bin/restored kafka|enrolment|progress|reporting [--demo|--sandbox]}: goes on after a store was lost.
 *
 * <p>{@code kafka}, while nothing runs on the data: starts PostgreSQL and Kafka alone, makes the topics, and fills them again
 * ({@link KafkaRefill}). Else, while the suite runs: the database of that service went back to a backup; the service takes over
 * what it has published since, and answers again.
 *
 * <p>Exit code 0: done; 1: refused, and nothing was changed, or interrupted, and to be run again; 2: wrong usage.
 */
final class Restored {

    private static final String NO_SUCH_TABLE = "42P01";
    private static final String USAGE = "Usage: restored kafka|enrolment|progress|reporting [--demo|--sandbox]";
    private static final String SAID = "Restored: ";

    /** Of the log, too. */
    static final String NAME = "restored";

    private static final int NOTHING_LOST = 3;

    private Restored() {}

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            run(Command.of(arguments, USAGE));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (SQLException e) {
            System.err.println(
                    NO_SUCH_TABLE.equals(e.getSQLState())
                            ? "A database is of a version before this command, which cannot be used with it."
                            : e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Command command) throws IOException, SQLException {
        if (command.arguments().size() != 1) {
            throw new IllegalArgumentException(USAGE);
        }
        String store = command.arguments().get(0);
        var files = Installation.chosenBy(System.getenv(), command);
        if (store.equals("kafka")) {
            restoreKafka(files, command);
        } else {
            restore(files, command, service(store));
        }
    }

    private static Service service(String code) {
        return Stream.of(Service.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(USAGE));
    }

    private static void restoreKafka(Installation files, Command command) throws IOException, SQLException {
        if (Claim.holder(files.claim()).isPresent()) {
            throw new CannotStart("Qadam runs on the data of %s: stop it first.".formatted(files.directory()));
        }
        files.dedicate(command.purpose());
        Ports ports = Ports.free();
        var suite = new Suite(
                new SuiteConfig(command.repository(), files.directory(), ports, command.purpose(), said -> {}));
        try {
            suite.beginBackends();
            new KafkaRefill(suite, files.kafka(ports)).run(System.out::println);
        } finally {
            suite.close();
        }
        System.out.println("Start the suite: the services go on where they were.");
    }

    private static void restore(Installation files, Command command, Service service) throws IOException {
        var ports = Claim.holder(files.claim())
                .orElseThrow(() -> new CannotStart("Nothing runs on these data: start the suite by deploy/up first."));
        files.turnOver(List.of(NAME));
        int exit = Patience.exitCode(new Launches(command.repository(), files, ports, command.purpose())
                .command(service, NAME, "QADAM_RESTORE_NOW")
                .process());
        if (exit == NOTHING_LOST) {
            throw new CannotStart(
                    "The database of %s has all that the service has published: there is nothing to restore."
                            .formatted(service.module()));
        }
        if (exit != 0) {
            throw new CannotStart("Nothing was restored, and nothing is changed: see " + files.log(NAME));
        }
        said(files.log(NAME)).forEach(System.out::println);
        System.out.println("%s answers again.".formatted(service.module()));
    }

    /** What a service has said about its restore, by its log. */
    static List<String> said(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(SAID))
                .map(line -> line.substring(line.indexOf(SAID) + SAID.length()))
                .toList();
    }
}

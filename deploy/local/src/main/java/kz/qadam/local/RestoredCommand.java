package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code deploy/bin/restored kafka|enrolment|progress|reporting [anyway] [--demo|--sandbox]}: goes on after a store was lost.
 *
 * <p>{@code kafka}, while nothing runs on the data: starts PostgreSQL and Kafka alone, makes the topics, and fills them again
 * ({@link KafkaRefill}). Else: the database of that service went back to a backup; the service takes over what it has published
 * since, and answers again. PostgreSQL and Kafka are started for it if the suite does not run. With {@code anyway} it does so
 * even if Kafka has nothing that the database lacks, since Kafka was filled from a database of the same backup.
 *
 * <p>Exit code 0: done; 1: refused, and nothing was changed, or interrupted, and to be run again; 2: wrong usage.
 */
final class RestoredCommand {

    private static final String NO_SUCH_TABLE = "42P01";
    private static final String USAGE =
            "Usage: restored kafka|enrolment|progress|reporting [anyway] [--demo|--sandbox]";
    private static final String SAID = "Restored: ";
    /** By the command itself; and before it, by whoever looks which database it is. */
    private static final Pattern REFUSED =
            Pattern.compile("(?:Not restored: |IllegalStateException: )([A-Z].*?)(?:: java\\.lang\\..*)?$");

    /** Of the log, too. */
    static final String NAME = "restored";

    private static final int NOTHING_LOST = 3;

    private RestoredCommand() {}

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
        List<String> words = command.arguments();
        boolean anyway = words.size() == 2 && words.get(1).equals("anyway");
        if (words.isEmpty() || words.size() > (anyway ? 2 : 1)) {
            throw new IllegalArgumentException(USAGE);
        }
        var files = Installation.chosenBy(System.getenv(), command);
        if (words.equals(List.of("kafka"))) {
            restoreKafka(files, command);
        } else {
            restore(files, command, service(words.get(0)), anyway);
        }
    }

    private static Service service(String code) {
        return Stream.of(Service.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(USAGE));
    }

    private static void restoreKafka(Installation files, Command command) throws IOException, SQLException {
        if (InstallationLock.holder(files.lockFile()).isPresent()) {
            throw new CannotStart("Qadam runs on the data of %s: stop it first.".formatted(files.directory()));
        }
        Ports ports = Ports.free();
        try (Suite suite = withoutServices(files, command, ports)) {
            new KafkaRefill(suite, files.kafka(ports)).run(System.out::println);
        }
        System.out.println("Start the suite: the services go on where they were.");
    }

    private static Suite withoutServices(Installation files, Command command, Ports ports) throws IOException {
        files.dedicate(command.purpose());
        var suite = new Suite(
                new SuiteConfig(command.repository(), files.directory(), ports, command.purpose(), said -> {}));
        try {
            suite.beginBackends();
            return suite;
        } catch (IOException e) {
            suite.close();
            throw e;
        }
    }

    private static void restore(Installation files, Command command, Service service, boolean anyway)
            throws IOException {
        Optional<Ports> running = InstallationLock.holder(files.lockFile());
        if (running.isPresent()) {
            restore(
                    files,
                    new Launches(command.repository(), files, running.get(), command.purpose()),
                    service,
                    anyway);
            return;
        }
        Ports ports = Ports.free();
        Suite backends = withoutServices(files, command, ports);
        try {
            restore(files, new Launches(command.repository(), files, ports, command.purpose()), service, anyway);
        } finally {
            backends.close();
        }
    }

    private static void restore(Installation files, Launches launches, Service service, boolean anyway)
            throws IOException {
        files.turnOver(List.of(NAME));
        int exit = Patience.exitCode(launches.restore(service, anyway).process());
        if (exit == NOTHING_LOST) {
            throw new CannotStart(
                    "The database of %s has all that the service has published: there is nothing to restore."
                            .formatted(service.module()));
        }
        if (exit != 0) {
            throw new CannotStart("%s was not restored: %s".formatted(service.module(), reason(files.log(NAME))));
        }
        said(files.log(NAME)).forEach(System.out::println);
        System.out.println("%s can be used again.".formatted(service.module()));
    }

    /** Why a service has refused, as a sentence; where to look, if its log has none. */
    static String reason(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(REFUSED::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1))
                .findFirst()
                .orElse("see " + log);
    }

    /** What a service has said about its restore, by its log. */
    static List<String> said(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(SAID))
                .map(line -> line.substring(line.indexOf(SAID) + SAID.length()))
                .toList();
    }
}

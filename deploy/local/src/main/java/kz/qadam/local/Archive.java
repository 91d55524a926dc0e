package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.archive.Refused;

/**
 * {@code deploy/bin/archive keys|fetch [--demo|--sandbox] DIRECTORY} keeps a copy of the archive: {@code keys} takes the
 * public keys that the services show, to be compared with the operator's; {@code fetch} takes the segments that are new,
 * checks and keeps them, and has older ones made again; {@code fetch-restored} does so after somebody has made sure that a
 * database was restored, whose newest segments are taken back. {@code QADAM_TOKEN} and {@code QADAM_URL} choose another
 * installation. {@code deploy/bin/archive drop [--demo|--sandbox] MONTHS}, as the owner of the databases, deletes months
 * of the trails that are older than so many, at least twelve, and in a confirmed copy.
 *
 * <p>Exit code 0: nothing differs; 1: something was refused, and is named; 2: wrong usage; 3: a service does not answer.
 */
final class Archive {

    private static final String USAGE =
            "Usage: archive keys|fetch|fetch-restored [--demo|--sandbox] DIRECTORY, or archive drop [--demo|--sandbox] MONTHS";

    private Archive() {}

    public static void main(String[] arguments) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            run(Command.of(arguments, USAGE));
        } catch (Refused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (SQLException e) {
            // The sentence of the function, without where in it.
            System.err.println(e.getMessage().lines().findFirst().orElseThrow().replaceFirst("^ERROR: ", ""));
            System.exit(1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage() == null ? "A service does not answer: " + e : e.getMessage());
            System.exit(3);
        }
    }

    private static void run(Command command) throws IOException, InterruptedException, Refused, SQLException {
        List<String> words = command.arguments();
        if (words.size() != 2
                || !List.of("keys", "fetch", "fetch-restored", "drop").contains(words.get(0))) {
            throw new IllegalArgumentException(USAGE);
        }
        if (words.get(0).equals("drop")) {
            drop(command, words.get(1));
            return;
        }
        var services = AuditedServices.chosenBy(System.getenv(), command);
        var copy = new ArchiveCopy(Path.of(words.get(1)), services::client);
        if (words.get(0).equals("keys")) {
            copy.takeKeys(System.out::println);
        } else {
            copy.fetch(System.out::println, words.get(0).equals("fetch-restored"));
        }
    }

    private static void drop(Command command, String months) throws IOException, SQLException {
        if (!months.matches("1[2-9]|[2-9][0-9]|[1-9][0-9]{2}")) {
            throw new IllegalArgumentException("How many months stay is a number from 12 on. " + USAGE);
        }
        var files = Installation.chosenBy(System.getenv(), command);
        var ports = InstallationLock.holder(files.lockFile())
                .orElseThrow(() -> new CannotStart("Nothing runs on these data: start the suite by deploy/up first."));
        var launches = new Launches(command.repository(), files, ports, command.purpose());
        for (Service service : Service.values()) {
            System.out.printf("%s.trail: %s%n", service.code(), dropped(launches.owner(service), months));
        }
    }

    private static String dropped(Database owner, String months) throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var left = statement.executeQuery(
                        "select string_agg(to_char(month, 'YYYY-MM'), ' ' order by month) from archive_drop(%s)"
                                .formatted(months))) {
            left.next();
            String all = left.getString(1);
            return all == null ? "no month is as old" : "left the database: " + all;
        }
    }
}

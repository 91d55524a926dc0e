package kz.qadam.local;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code deploy/bin/restored kafka [--demo|--sandbox]}: goes on after Kafka was lost, while nothing runs on the data. Starts
 * PostgreSQL and Kafka alone, makes the topics, and fills them again ({@link KafkaRefill}).
 *
 * <p>Exit code 0: done; 1: refused, and nothing was changed, or interrupted, and to be run again; 2: wrong usage.
 */
final class Restored {

    private static final String NO_SUCH_TABLE = "42P01";

    private static final String USAGE = "Usage: restored kafka [--demo|--sandbox]";

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
        if (!command.arguments().equals(List.of("kafka"))) {
            throw new IllegalArgumentException(USAGE);
        }
        var files = Installation.chosenBy(System.getenv(), command);
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
}

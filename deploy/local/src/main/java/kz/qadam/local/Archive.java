package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.archive.Refused;

/**
 * {@code deploy/bin/archive keys|fetch [--demo|--sandbox] DIRECTORY}: keeps a copy of the archive. {@code keys} takes the
 * public keys that the services show, to be compared with the operator's; {@code fetch} takes the segments that are new,
 * checks and keeps them, and has older ones made again. {@code QADAM_TOKEN} and {@code QADAM_URL} choose another
 * installation.
 *
 * <p>Exit code 0: nothing differs; 1: something was refused, and is named; 2: wrong usage; 3: a service does not answer.
 */
final class Archive {

    private static final String USAGE = "Usage: archive keys|fetch [--demo|--sandbox] DIRECTORY";

    private Archive() {}

    public static void main(String[] arguments) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            run(Command.of(arguments, USAGE));
        } catch (Refused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage() == null ? "A service does not answer: " + e : e.getMessage());
            System.exit(3);
        }
    }

    private static void run(Command command) throws IOException, InterruptedException, Refused {
        List<String> words = command.arguments();
        if (words.size() != 2 || !List.of("keys", "fetch").contains(words.get(0))) {
            throw new IllegalArgumentException(USAGE);
        }
        var services = AuditedServices.chosenBy(System.getenv(), command);
        var copy = new ArchiveCopy(Path.of(words.get(1)), services::client);
        if (words.get(0).equals("keys")) {
            copy.takeKeys(System.out::println);
        } else {
            copy.fetch(System.out::println);
        }
    }
}

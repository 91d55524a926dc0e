package kz.qadam.local;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.trail.LearnersReadBy;

/**
 * {@code deploy/bin/who-was-read [--demo|--sandbox] KEY|SUBJECT FROM TO}: whose records a key, or the subject of a
 * token, read in a period, as CSV, for the notice after a breach. It asks as an auditor; {@code QADAM_TOKEN} and
 * {@code QADAM_URL} choose another installation.
 *
 * <p>Exit code 0: all reads were computed again; 1: some could not be, and each of these has a line without a learner; 2:
 * wrong usage; 3: a service could not be asked.
 */
final class WhoWasRead {

    private static final String USAGE = "Usage: who-was-read [--demo|--sandbox] KEY|SUBJECT FROM TO, such as"
            + " partner.school-42 2026-11-01T10:00:00+05:00 2026-11-01T11:00:00+05:00";

    private WhoWasRead() {}

    public static void main(String[] arguments) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            System.exit(run(Command.of(arguments, USAGE)) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage() == null ? "A service does not answer: " + e : e.getMessage());
            System.exit(3);
        }
    }

    private static boolean run(Command command) throws IOException, InterruptedException {
        List<String> words = command.arguments();
        if (words.size() != 3) {
            throw new IllegalArgumentException(USAGE);
        }
        var services = AuditedServices.chosenBy(System.getenv(), command);
        var records = new LearnersReadBy(
                words.get(0),
                instant(words.get(1)).toString(),
                instant(words.get(2)).toString(),
                System.out::println);
        System.out.println(LearnersReadBy.HEADER);
        int obstacles = 0;
        for (Service service : Service.values()) {
            obstacles += records.print(service.module(), service.trail(), services.client(service));
        }
        if (obstacles > 0) {
            System.err.printf("%,d reads could not be computed again; their lines name no learner.%n", obstacles);
        }
        return obstacles == 0;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    text + " is not an instant with its offset, such as 2026-11-01T10:00:00+05:00.");
        }
    }
}

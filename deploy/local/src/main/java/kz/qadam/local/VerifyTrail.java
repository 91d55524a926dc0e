package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.trail.TrailVerification;

/**
 * {@code deploy/bin/verify-trail [--demo|--sandbox] [FROM [TO]]}: reads the trails of all services as an auditor,
 * computes their chains again, and compares these with the heads that the other services and the files for auditors
 * hold. {@code QADAM_TOKEN} and {@code QADAM_URL} choose another installation, {@code QADAM_TRAIL_HEADS} a directory
 * with such files.
 *
 * <p>Exit code 0: nothing differs; 1: something differs, and the first entry is named; 2: wrong usage; 3: a trail could
 * not be read.
 */
final class VerifyTrail {

    private static final String USAGE =
            "Usage: verify-trail [--demo|--sandbox] [FROM [TO]], such as 2026-11-01T10:00:00+05:00";

    private VerifyTrail() {}

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
        List<String> period = command.arguments();
        if (period.size() > 2) {
            throw new IllegalArgumentException(USAGE);
        }
        var services = AuditedServices.chosenBy(System.getenv(), command);
        var verification = new TrailVerification(
                instant(period, 0), Optional.of(instant(period, 1).orElseGet(Instant::now)));
        for (Service service : Service.values()) {
            verification.read(service.module(), service.trail(), services.client(service));
        }
        for (Path file : services.headsFiles()) {
            verification.readHeads(file);
        }
        return verification.print(System.out::println);
    }

    private static Optional<Instant> instant(List<String> arguments, int index) {
        return arguments.size() > index ? Optional.of(instant(arguments.get(index))) : Optional.empty();
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    text + " is not an instant with its offset, such as 2026-11-01T10:00:00+05:00.");
        }
    }
}

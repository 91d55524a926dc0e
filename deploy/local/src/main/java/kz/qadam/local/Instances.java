package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code deploy/checks/instances}: scales each service from one instance to three and back under load, so that the one
 * that remains is not the first one. Exit code 1 if a client meets another error than 503 or a refused connection, or
 * if the figures are not what was acknowledged.
 */
final class Instances {

    private static final int MOST = 3;
    private static final Duration ALL_TOGETHER = Duration.ofSeconds(5);

    private Instances() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        if (arguments.length != 1) {
            System.err.println("Usage: instances");
            System.exit(2);
        }
        Path repository = Path.of(arguments[0]);
        List<String> wrong = new InstanceRun(repository, "instances").run(repository, 1, Instances::scale);
        InstanceRun.end(wrong);
    }

    private static void scale(ScaledServices services) throws IOException {
        for (Service service : Service.values()) {
            services.start(List.of(service), 1, MOST);
        }
        Patience.pause(ALL_TOGETHER);
        for (Service service : Service.values()) {
            for (int left = MOST; left > 1; left--) {
                services.stopOldest(service);
            }
        }
        Patience.pause(ALL_TOGETHER);
    }
}

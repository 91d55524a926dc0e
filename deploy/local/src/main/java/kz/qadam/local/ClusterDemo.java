package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.demo.Access;
import kz.qadam.demo.Demo;

/** {@code deploy/cluster demo}: loads the demo through haproxy, and compares every figure; exit code 1 if one differs. */
final class ClusterDemo {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private ClusterDemo() {}

    /** The directory of the cluster, the size of the demo, and the addresses of the three services. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        Path directory = Path.of(arguments[1]);
        TokenSource tokens = new Keys(directory.resolve("keys")).issuer();
        var access = new Access(
                URI.create(arguments[3]),
                URI.create(arguments[4]),
                URI.create(arguments[5]),
                tokens.token(Bearer.of("office")),
                tokens.token(Bearer.of("auditor")));
        List<String> differences = Demo.load(
                access, directory.resolve("demo"), Double.parseDouble(arguments[2]), LocalDate.now(ALMATY), System.out);
        System.exit(differences.isEmpty() ? 0 : 1);
    }
}

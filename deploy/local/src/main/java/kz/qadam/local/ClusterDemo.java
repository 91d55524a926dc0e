package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.demo.Demo;

/**
 * {@code deploy/install/cluster demo}: loads the demo through haproxy, and compares every figure; exit code 1 if one
 * differs.
 */
final class ClusterDemo {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private ClusterDemo() {}

    /** The repository, the directory of the cluster, the addresses of the three services, and the size of the demo. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        List<String> differences = Demo.load(
                ClusterCallers.of(arguments).access(),
                Path.of(arguments[1]).resolve("demo"),
                Double.parseDouble(arguments[5]),
                LocalDate.now(ALMATY),
                System.out);
        System.exit(differences.isEmpty() ? 0 : 1);
    }
}

package kz.qadam.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code deploy/up}: starts the suite, and stops it on SIGINT or SIGTERM. */
final class Up {

    private static final long BEGAN = System.nanoTime();

    private Up() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Kafka's client logs what it tries again; what matters arrives as an exception.
        Logger.getLogger("").setLevel(Level.OFF);
        Path repository = Path.of(arguments[0]);
        try {
            var ports = Ports.chosenBy(System.getenv());
            var data = Installation.chosenBy(System.getenv(), repository).directory();
            run(new Suite(new SuiteConfig(repository, data, ports, Up::say)));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        Thread.currentThread().join();
    }

    private static void run(Suite suite) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite)));
        try {
            suite.begin();
        } catch (IOException e) {
            if (suite.isClosed()) {
                return;
            }
            throw e;
        }
        System.out.println(Welcome.to(suite));
    }

    private static void stop(Suite suite) {
        try {
            suite.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String news) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - BEGAN) / 1e9, news);
    }
}

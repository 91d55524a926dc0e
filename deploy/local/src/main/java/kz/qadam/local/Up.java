package kz.qadam.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.demo.Access;
import kz.qadam.demo.Demo;
import kz.qadam.demo.Sandbox;

/** {@code deploy/up [--demo|--sandbox] [--keycloak|--tls] [--reset]}: starts a suite, and stops it on SIGINT or SIGTERM. */
final class Up {

    private static final String USAGE = """
            Usage: up                       starts Qadam
                   up --demo [--reset]      with two synthetic years, on data of their own
                   up --sandbox [--reset]   for partners to try their programs, on other ports and other data
            --keycloak lets Keycloak issue the tokens, not the suite itself.
            --tls lets all parts speak TLS, with certificates of the installation's own authority.
            --reset begins anew, without what was there.""";

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final long BEGAN = System.nanoTime();

    private Up() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Kafka's client logs each retry; real failures arrive as exceptions.
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            run(command(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        Thread.currentThread().join();
    }

    private static Command command(String[] arguments) {
        var command = Command.of(arguments, USAGE);
        if (!command.arguments().isEmpty() || (command.reset() && command.purpose() == Purpose.USE)) {
            throw new IllegalArgumentException(USAGE);
        }
        return command;
    }

    private static void run(Command command) throws IOException, InterruptedException {
        command.purpose().requireReleasesFor(System.getenv());
        command.purpose().requireProviderFor(System.getenv(), command.keycloak());
        var files = Installation.chosenBy(System.getenv(), command);
        if (command.reset()) {
            files.reset(command.purpose());
        }
        files.dedicate(command.purpose());
        boolean isOnServer = Purpose.isOnServer(System.getenv());
        var ports = command.ports(isOnServer).overriddenBy(System.getenv());
        var suite =
                new Suite(new SuiteConfig(command.repository(), files.directory(), ports, command.purpose(), Up::say));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite)));
        try {
            suite.begin();
            files.trust(ports);
            fill(suite, command.purpose(), files);
        } catch (IOException e) {
            if (suite.isClosed()) {
                return;
            }
            throw e;
        }
        System.out.println(Welcome.to(suite, command.purpose(), isOnServer));
        ArchiveCopy.keep(suite, files.archive(), System.err::println);
    }

    private static void fill(Suite suite, Purpose purpose, Installation files)
            throws IOException, InterruptedException {
        var access = new Access(
                suite.uri(Service.ENROLMENT),
                suite.uri(Service.PROGRESS),
                suite.uri(Service.REPORTING),
                suite.token("office"),
                suite.token("auditor"));
        if (purpose == Purpose.DEMO) {
            double size = Double.parseDouble(System.getenv().getOrDefault("QADAM_DEMO_SIZE", "1"));
            int years = Integer.parseInt(System.getenv().getOrDefault("QADAM_DEMO_YEARS", "2"));
            Demo.load(access, files.demo(), size, years, LocalDate.now(ALMATY), System.out);
        } else if (purpose == Purpose.SANDBOX) {
            Sandbox.seed(access);
            System.out.printf("%n%s", Sandbox.contents());
        }
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

package kz.qadam.system;

import java.nio.file.Path;
import java.util.function.Supplier;

/** The suites on which tests run, in the order in which they get their turn. */
enum SuiteKind {

    /** As {@code deploy/up} starts it, on no data. */
    PLAIN(Qadam::start),

    /** With the demo in it, much smaller than it is shown. Only {@link DemoIT} changes its data, and to what they were. */
    DEMO(() -> Qadam.startWithDemo(data("demo"))),

    /** Its tokens are Keycloak's. */
    KEYCLOAK(() -> Qadam.startWithKeycloak(data("keycloak-suite"))),

    /** Its parts speak TLS. */
    TLS(() -> Qadam.startWithTls(data("tls-suite")));

    private final Supplier<Qadam> start;

    SuiteKind(Supplier<Qadam> start) {
        this.start = start;
    }

    Qadam start() {
        return start.get();
    }

    private static Path data(String name) {
        return Path.of("target", name).toAbsolutePath();
    }
}

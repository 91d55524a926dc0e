package kz.qadam.system;

import java.nio.file.Path;

/** The suites on which tests run, in the order in which they get their turn. */
enum SuiteKind {

    /** As {@code deploy/up} starts it, on no data. */
    PLAIN,

    /** With the demo in it, much smaller than it is shown. Only {@link DemoIT} changes its data, and to what they were. */
    DEMO,

    /** As {@code deploy/up --sandbox} starts it. */
    SANDBOX,

    /** Its tokens are Keycloak's. */
    KEYCLOAK,

    /** Its parts speak TLS. */
    TLS;

    Qadam start() {
        return switch (this) {
            case PLAIN -> Qadam.start();
            case DEMO -> Qadam.startWithDemo(data("demo"));
            case SANDBOX -> Qadam.startSandbox(data("sandbox"));
            case KEYCLOAK -> Qadam.startWithKeycloak(data("keycloak-suite"));
            case TLS -> Qadam.startWithTls(data("tls-suite"));
        };
    }

    private static Path data(String name) {
        return Path.of("target", name).toAbsolutePath();
    }
}

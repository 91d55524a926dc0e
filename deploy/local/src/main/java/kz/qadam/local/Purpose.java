package kz.qadam.local;

import java.util.Locale;
import java.util.Map;

/** What a suite is started for. Each purpose has separate data, so that synthetic data never mix with real data. */
public enum Purpose {
    /** The real figures. */
    USE(".data"),

    /** Two years of a synthetic programme, to explore. */
    DEMO(".data-demo"),

    /** A sandbox in which partners test their programs; it can run at the same time as the others. */
    SANDBOX(".data-sandbox");

    private static final String TRIAL = "QADAM_RELEASES_TRIAL";

    private final String directory;

    Purpose(String directory) {
        this.directory = directory;
    }

    /** The command line option for this purpose; empty for real use. */
    String option() {
        return this == USE ? "" : "--" + code();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The default directory of its data. */
    String directory() {
        return directory;
    }

    /** The default ports of its parts. */
    Ports ports() {
        return this == SANDBOX ? Ports.SANDBOX : Ports.STANDARD;
    }

    /** The same ports for a suite with Keycloak. */
    Ports portsWithKeycloak() {
        return ports().withKeycloak(this == SANDBOX ? 18180 : 8180);
    }

    /** The same ports for a suite whose parts speak TLS. */
    Ports portsWithTls() {
        return ports().withTls(this == SANDBOX ? 29094 : 19094);
    }

    /** Whether it takes in no data of living people. */
    boolean isTrial() {
        return this != USE;
    }

    /**
     * The settings of the public figures: a trial releases them each minute. The series of a sandbox opens by itself,
     * and that of a demo when the demo is loaded.
     */
    Map<String, String> releases() {
        return switch (this) {
            case USE -> Map.of();
            case DEMO -> Map.of(TRIAL, "true");
            case SANDBOX -> Map.of(TRIAL, "true", "QADAM_RELEASES_OPEN", "itself");
        };
    }

    /** The settings of the trail: a trial sends the heads of its chains each minute. */
    Map<String, String> trail() {
        return isTrial() ? Map.of("QADAM_TRAIL_HEADS_EVERY", "1m") : Map.of();
    }

    /** Refuses to release figures of real people as often as those of a trial. */
    void requireReleasesFor(Map<String, String> environment) throws CannotStart {
        if (!isTrial() && environment.containsKey(TRIAL)) {
            throw new CannotStart("""
                    %1$s is set. With it public figures are released each minute, and single people could be found in them.
                    It is for --demo and --sandbox, which set it themselves. Here real people are counted: unset %1$s.""".formatted(TRIAL));
        }
    }
}

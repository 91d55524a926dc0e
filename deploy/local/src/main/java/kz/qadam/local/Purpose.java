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

    /**
     * Says that this is a service of a server ({@code deploy/install/server}), and not a command that somebody has
     * typed.
     */
    static final String SERVER = "QADAM_SERVER";

    private static final String TRIAL = "QADAM_RELEASES_TRIAL";
    private static final String TOKENS_TRIAL = "QADAM_TOKENS_TRIAL";

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

    /** The default port of Keycloak. */
    int keycloakPort() {
        return this == SANDBOX ? 18180 : 8180;
    }

    /** The default port of Kafka for itself and the launcher, if it accepts nobody whom it does not know. */
    int kafkaInternalPort() {
        return this == SANDBOX ? 29094 : 19094;
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

    /** The settings of the archive: a trial seals each minute. */
    Map<String, String> archive() {
        return isTrial() ? Map.of("QADAM_ARCHIVE_SEAL_EVERY", "1m") : Map.of();
    }

    /** Whether a service of a server has started the launcher, and nobody sees what it prints. */
    static boolean isOnServer(Map<String, String> environment) {
        return Boolean.parseBoolean(environment.get(SERVER));
    }

    /** Refuses to serve real people, as a service of this server, with tokens whose key lies on this server. */
    void requireProviderFor(Map<String, String> environment, boolean hasProvider) throws CannotStart {
        if (isOnServer(environment)
                && !hasProvider
                && !isTrial()
                && !Boolean.parseBoolean(environment.get(TOKENS_TRIAL))) {
            throw new CannotStart("""
                    As a service of a server, Qadam counts real people, and lets in whom Keycloak knows:
                    set QADAM_OPTIONS=--keycloak in /etc/qadam.env. Of a trial say so: QADAM_OPTIONS=--sandbox, or %s=true.""".formatted(TOKENS_TRIAL));
        }
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

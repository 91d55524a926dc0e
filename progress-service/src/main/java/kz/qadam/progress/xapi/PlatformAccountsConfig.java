package kz.qadam.progress.xapi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The accounts of learners at platforms, and the statements about them. */
@ConfigMapping(prefix = "qadam.platform-accounts")
interface PlatformAccountsConfig {

    /**
     * A properties file that only this service can read. {@code lookup.<id>} and {@code cipher.<id>} are keys of 32 random
     * bytes in Base64; {@code lookup.current} and {@code cipher.current} name those in use. The key {@code lookup.current}
     * must never change: accounts are found by it. A further key may become {@code cipher.current}; earlier ones must stay
     * listed. Without the file no statements and no links are taken (503).
     */
    Optional<Path> keys();

    /** How long a statement waits for its account to be linked, or for an enrolment: a school term. */
    @WithDefault("90d")
    Duration waitFor();

    /** How long the name of an erased account is kept if the institution does not confirm that it has deleted it. */
    @WithDefault("90d")
    Duration tasksKeepNames();

    /** How often accounts are looked at again whose enrolments have changed. */
    @WithDefault("1s")
    Duration lookEvery();

    /** How often the counts of statements are written. */
    @WithDefault("5s")
    Duration countEvery();

    /** Statements per second on average that an institution may send to one instance. */
    @WithDefault("5000")
    int perSecond();

    /** Statements at once, after a pause. */
    @WithDefault("200000")
    int atOnce();
}

package kz.qadam.enrolment.learners;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the learner vault finds its secrets, and how it changes them. */
@ConfigMapping(prefix = "qadam.vault")
interface VaultConfig {

    /**
     * A properties file, readable by this service alone. {@code lookup.<id>} and {@code cipher.<id>} are keys of 32
     * random bytes in Base64; {@code lookup.current} and {@code cipher.current} name those that new learners get. When
     * the file names others as current, all learners are brought under them; earlier keys stay listed as long as
     * something stands under them. An id never comes back.
     */
    Path keys();

    /** Whether numbers of people who may live are rejected: for a suite in which programs are tried out. */
    @WithDefault("false")
    boolean syntheticOnly();

    /** How often the file is looked at, and how often an instance says that it runs. */
    @WithDefault("2s")
    Duration lookEvery();

    /** After how long an instance that says nothing is not waited for. If it still runs, it takes in nobody new. */
    @WithDefault("30s")
    Duration silentAfter();

    /** How many learners are brought under new keys in one transaction. */
    @WithDefault("500")
    int most();
}

package kz.qadam.enrolment.learners;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** The configuration of the learner vault: its key file and the rotation of keys. */
@ConfigMapping(prefix = "qadam.vault")
interface VaultConfig {

    /**
     * A properties file, readable by this service alone. {@code lookup.<id>} and {@code cipher.<id>} are keys of 32
     * random bytes in Base64; {@code lookup.current} and {@code cipher.current} name those for new learners. When the
     * file names others as current, all learners are hashed and encrypted with these; an earlier key must stay in the
     * file as long as learners use it. Never use an id again.
     */
    Path keys();

    /** Rejects all documents, and IINs that may belong to living people: for test installations. */
    @WithDefault("false")
    boolean syntheticOnly();

    /** How often an instance reads the key file, and reports that it is running. */
    @WithDefault("2s")
    Duration lookEvery();

    /** A rotation ignores an instance that has not reported for this time; the instance can then add no learners. */
    @WithDefault("30s")
    Duration silentAfter();

    /** How many learners one transaction reseals. */
    @WithDefault("500")
    int most();

    /**
     * How long a number is kept after the last activity of its learner, such as {@code P5Y}; counted from the last day
     * on which this service heard of an enrolment or a completion. Then the number goes, and the counts stay. A person
     * who comes back later is a new learner and is counted again, so it should last longer than the programme. If it is
     * not set, numbers are kept.
     */
    Optional<Period> retention();

    /** How often expired numbers are looked for. */
    @WithDefault("24h")
    Duration retentionEvery();
}

package kz.qadam.chassis.events.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The archive. */
@ConfigMapping(prefix = "qadam.archive")
public interface ArchiveConfig {

    /** How often new rows are sealed. Until then, a row can be altered without a trace. */
    @WithDefault("15m")
    Duration sealEvery();

    /**
     * The file with the key that signs the segments of this service: Ed25519, PKCS#8 in PEM, accessible to nobody else. All
     * instances have the same. A service that sends no events does not need it.
     */
    Optional<Path> key();

    /**
     * The file with the key that takes over: the next segment, which the former key still signs, names it. Later it is moved
     * to {@link #key}.
     */
    Optional<Path> nextKey();

    /** The streams of other services whose newest segments this one keeps; none, if it is left out. */
    Optional<Set<String>> anchorsOf();
}

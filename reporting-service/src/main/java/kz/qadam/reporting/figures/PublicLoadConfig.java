package kz.qadam.reporting.figures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of an instance those may take who see only what is published. */
@ConfigMapping(prefix = "qadam.public")
interface PublicLoadConfig {

    /** How many of their questions are worked on at once, of those whose answer is not rendered yet. */
    @WithDefault("2")
    int atOnce();

    /** How many more may wait for their turn; any other is answered 503 at once. */
    @WithDefault("16")
    int waiting();

    /** How long one waits for its turn before it is answered 503. */
    @WithDefault("2s")
    Duration patience();
}

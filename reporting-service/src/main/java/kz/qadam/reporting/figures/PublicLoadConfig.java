package kz.qadam.reporting.figures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much work one instance does for public questions, which are asked without a token. */
@ConfigMapping(prefix = "qadam.public")
interface PublicLoadConfig {

    /** How many public questions an instance works on at once; answers from a cache are not counted. */
    @WithDefault("2")
    int atOnce();

    /** How many more questions may wait; the next one is answered 503 at once. */
    @WithDefault("16")
    int waiting();

    /** How long a question waits before it is answered 503. */
    @WithDefault("2s")
    Duration patience();
}

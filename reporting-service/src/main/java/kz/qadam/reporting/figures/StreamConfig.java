package kz.qadam.reporting.figures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How figures are streamed. */
@ConfigMapping(prefix = "qadam.stream")
interface StreamConfig {

    /** How often it is looked whether they have changed; one look serves all who listen. */
    @WithDefault("500ms")
    Duration every();

    /** How often something is said although nothing has changed, so that no proxy closes the connection. */
    @WithDefault("15s")
    Duration heartbeat();
}

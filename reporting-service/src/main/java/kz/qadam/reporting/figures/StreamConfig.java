package kz.qadam.reporting.figures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How figures are streamed. */
@ConfigMapping(prefix = "qadam.stream")
interface StreamConfig {

    /**
     * How often it is looked whether they have changed; one look serves all who listen. After a look that took longer
     * this instance rests for as long.
     */
    @WithDefault("500ms")
    Duration every();

    /** How often something is said although nothing has changed, so that no proxy closes the connection. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How many streams this instance has at once; whoever wants another is answered 503. */
    @WithDefault("2000")
    int most();

    /**
     * How many of them one address has, by which an IPv6 network of 64 bits is one; whoever wants another is answered 429.
     * Behind a proxy the address is that which quarkus.http.proxy makes known.
     */
    @WithDefault("100")
    int mostPerAddress();
}

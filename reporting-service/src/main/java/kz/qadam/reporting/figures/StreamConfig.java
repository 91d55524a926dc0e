package kz.qadam.reporting.figures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The configuration of the stream of figures. */
@ConfigMapping(prefix = "qadam.stream")
interface StreamConfig {

    /**
     * How often the service checks whether the figures have changed; one check serves all listeners with the same
     * question. If a check takes longer, the instance waits for as long before the next one.
     */
    @WithDefault("500ms")
    Duration every();

    /** How often a comment is sent although nothing has changed, so that no proxy closes the connection. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How many streams without a token for exact figures an instance serves at once; the next one is answered 503. */
    @WithDefault("2000")
    int most();

    /**
     * How many of these one address may have; the next one is answered 429. An IPv6 network of 64 bits counts as one
     * address. Behind a proxy quarkus.http.proxy determines the address.
     */
    @WithDefault("100")
    int mostPerAddress();

    /** How many of these an IPv6 network of 48 bits may have, as one owner has it; the next one is answered 429. */
    @WithDefault("200")
    int mostPerSite();

    /** How many streams of exact figures an instance serves at once, in addition; the next one is answered 503. */
    @WithDefault("500")
    int mostOfStaff();

    /** How many of these one caller may have; the next one is answered 429. */
    @WithDefault("50")
    int mostPerCaller();
}

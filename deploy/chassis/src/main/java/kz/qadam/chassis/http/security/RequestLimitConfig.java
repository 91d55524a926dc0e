package kz.qadam.chassis.http.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests one caller may make of one instance: an institution, one of its keys, or another subject of a token. */
@ConfigMapping(prefix = "qadam.requests")
interface RequestLimitConfig {

    /** Requests per second on average. More data should be sent as batches or files. */
    @WithDefault("1000")
    int perSecond();

    /** Requests at once, after a pause. */
    @WithDefault("5000")
    int atOnce();

    /** The quota of each subject of a token with a role of office, auditor or viewer, instead. */
    Staff staff();

    /** How many requests one member of the staff may make. */
    interface Staff {

        /** Requests per second on average. */
        @WithDefault("5000")
        int perSecond();

        /** Requests at once, after a pause. */
        @WithDefault("50000")
        int atOnce();
    }
}

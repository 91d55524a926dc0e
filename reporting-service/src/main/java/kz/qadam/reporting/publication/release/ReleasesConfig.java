package kz.qadam.reporting.publication.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import kz.qadam.reporting.release.ReleaseRhythm;

/** How releases are made. */
@ConfigMapping(prefix = "qadam.releases")
interface ReleasesConfig {

    /**
     * Whether this is a trial, without data of real people: a release is made each minute, and not each day. The rhythm
     * of a series never changes: an instance that is configured for another one does not start.
     */
    @WithDefault("false")
    boolean trial();

    /** Who opens the series. */
    @WithDefault("by-request")
    Opening open();

    /** Whether this instance makes releases and looks for those that others have made. */
    @WithDefault("true")
    boolean enabled();

    /** Who opens the series. */
    enum Opening {
        /** The office, by {@code POST /v1/releases}. */
        BY_REQUEST,
        /** The service, as soon as the programme is known; only in a trial. */
        ITSELF
    }

    default ReleaseRhythm rhythm() {
        return trial() ? ReleaseRhythm.EACH_MINUTE : ReleaseRhythm.DAILY;
    }

    default boolean opensItself() {
        return open() == Opening.ITSELF;
    }
}

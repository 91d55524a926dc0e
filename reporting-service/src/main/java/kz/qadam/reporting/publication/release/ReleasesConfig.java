package kz.qadam.reporting.publication.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
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

    /**
     * A directory with copies of the public releases, each in a file such as {@code 000123.json}: after the database went back
     * to a backup, the command that restores it puts those back that it lacks.
     */
    Optional<Path> copies();

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

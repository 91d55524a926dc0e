package kz.qadam.reporting.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reporting takes events in. */
@ConfigMapping(prefix = "qadam")
public interface ReportingConfig {

    /** How old what is taken in may be before the figures are provisional. */
    @WithDefault("30s")
    Duration intakeBehindAfter();

    /** Derives everything anew from the event log, and ends. Nothing is taken in or sent meanwhile. */
    @WithDefault("false")
    boolean rebuild();
}

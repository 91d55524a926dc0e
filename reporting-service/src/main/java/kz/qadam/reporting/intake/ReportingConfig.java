package kz.qadam.reporting.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When figures say that they are behind. */
@ConfigMapping(prefix = "qadam")
public interface ReportingConfig {

    /** How old what is taken in may be before the figures are provisional. */
    @WithDefault("30s")
    Duration intakeBehindAfter();
}

package kz.qadam.chassis.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Dry runs of single items. */
@ConfigMapping(prefix = "qadam.dry-runs")
interface DryRunConfig {

    /** How many an instance runs at the same time. */
    @WithDefault("2")
    int atOnce();

    /** How many may wait for their turn; one more is answered 503. */
    @WithDefault("64")
    int mayWait();
}

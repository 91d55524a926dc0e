package kz.qadam.chassis.submissions.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Dry runs of single items. */
@ConfigMapping(prefix = "qadam.dry-runs")
interface DryRunConfig {

    /** How many dry runs an instance runs at the same time. */
    @WithDefault("2")
    int atOnce();

    /** How many dry runs may wait for their turn; a further one is answered 503. */
    @WithDefault("64")
    int mayWait();
}

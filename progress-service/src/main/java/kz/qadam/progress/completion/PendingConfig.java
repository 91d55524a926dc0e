package kz.qadam.progress.completion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Completions that wait for their enrolment. */
@ConfigMapping(prefix = "qadam.pending")
interface PendingConfig {

    /** One that waits longer than this is shown as stale. It is never dropped. */
    @WithDefault("30d")
    Duration staleAfter();
}

package kz.qadam.progress.completion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configures how pending completions are shown. */
@ConfigMapping(prefix = "qadam.pending")
interface PendingConfig {

    /** A completion that has been pending for longer than this is shown as stale. It is never deleted. */
    @WithDefault("30d")
    Duration staleAfter();

    /** A completion that has been pending for longer than this is a task of its institution. */
    @WithDefault("1d")
    Duration taskAfter();
}

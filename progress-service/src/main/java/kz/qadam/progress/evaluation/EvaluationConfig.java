package kz.qadam.progress.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a cohort is judged again after the catalogue changed. */
@ConfigMapping(prefix = "qadam.evaluation")
interface EvaluationConfig {

    /** Learners in one transaction: more is faster, and holds up posts about them for longer. */
    @WithDefault("500")
    int learnersAtOnce();

    /** Pause between two looks for something to judge. */
    @WithDefault("200ms")
    Duration every();
}

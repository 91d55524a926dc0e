package kz.qadam.progress.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configures how cohorts are judged again after a change of the catalogue. */
@ConfigMapping(prefix = "qadam.evaluation")
interface EvaluationConfig {

    /** Learners in one transaction: more is faster, but posts about these learners wait longer. */
    @WithDefault("500")
    int learnersAtOnce();

    /** Pause between two searches for work. */
    @WithDefault("200ms")
    Duration every();
}

package kz.qadam.progress.completion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How completions that are posted at the same moment are gathered into one transaction. */
@ConfigMapping(prefix = "qadam.gathering")
interface GatheringConfig {

    /** How many may wait for the writer; one more is answered 503. */
    @WithDefault("4096")
    int capacity();

    /** Which part of those may be one institution's; one more of it is answered 429, while others are taken in. */
    @WithDefault("0.5")
    double shareOfInstitution();

    /** The most in one transaction. */
    @WithDefault("256")
    int most();
}

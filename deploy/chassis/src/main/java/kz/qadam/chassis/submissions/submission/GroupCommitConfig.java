package kz.qadam.chassis.submissions.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How single items that are submitted at the same moment share a transaction. */
@ConfigMapping(prefix = "qadam.group-commit")
interface GroupCommitConfig {

    /** How many items may wait for the writer; a further one is answered 503. */
    @WithDefault("4096")
    int capacity();

    /**
     * The part of these places that one submitter may use; a further item of it is answered 429, while others are
     * accepted.
     */
    @WithDefault("0.5")
    @WithName("share-of-institution")
    double shareOfSubmitter();

    /** The most items in one transaction. */
    @WithDefault("256")
    int most();
}

package kz.qadam.reporting.audit.hint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Thresholds: from which number on a pattern becomes a hint. */
@ConfigMapping(prefix = "qadam.hints")
interface HintConfig {

    /**
     * The least number of completions of one institution for one course and day that were recorded in the same second.
     */
    @WithDefault("100")
    int sameSecond();

    /** The least number of institutions at which one person completed courses on one day. */
    @WithDefault("3")
    int manyInstitutions();

    /** The least number of completions of an institution on the last day of a month. */
    @WithDefault("20")
    int monthEndLeast();

    /** The least share of these in all its completions of the month, in percent. */
    @WithDefault("50")
    int monthEndShare();
}

package kz.qadam.reporting.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From when on a pattern is worth a look. */
@ConfigMapping(prefix = "qadam.hints")
interface HintConfig {

    /** So many completions of one institution for one course and day, recorded in the same second. */
    @WithDefault("100")
    int sameSecond();

    /** One person completing something at so many institutions on one day. */
    @WithDefault("3")
    int manyInstitutions();

    /** So many completions of an institution on the last day of a month, at least… */
    @WithDefault("20")
    int monthEndLeast();

    /** …and of all its completions in the month such a share, in percent. */
    @WithDefault("50")
    int monthEndShare();
}

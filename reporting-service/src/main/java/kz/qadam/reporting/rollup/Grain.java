package kz.qadam.reporting.rollup;

import java.util.Locale;

/** How finely something is counted. */
public enum Grain {
    /** The whole country: its only place has no name. */
    NATION,
    REGION,
    INSTITUTION,
    COURSE,
    /** The orientation that a course belongs to. */
    AREA;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As it is stored and asked for. */
    public String code() {
        return code;
    }
}

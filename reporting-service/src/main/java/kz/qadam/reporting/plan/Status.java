package kz.qadam.reporting.plan;

import java.util.Locale;

/** How a figure stands against its plan. */
public enum Status {
    REACHED,
    AHEAD,
    ON_TRACK,
    BEHIND,
    NO_TARGET;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** At least where the plan says it should be, less 5 %. */
    public boolean isOnTrack() {
        return this == REACHED || this == AHEAD || this == ON_TRACK;
    }
}

package kz.qadam.reporting.catalogue.plan;

import java.util.Locale;

/** The status of a figure compared with its plan. */
public enum Status {
    REACHED,
    AHEAD,
    ON_TRACK,
    BEHIND,
    NO_TARGET;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the figure is at least 95 % of what the plan expects. */
    public boolean isOnTrack() {
        return this == REACHED || this == AHEAD || this == ON_TRACK;
    }
}

package kz.qadam.chassis.trail;

import java.util.Locale;

/** What an entry of the trail is about. Its text is the one in the database and in answers. */
public enum TrailKind {
    /** Something was changed, or would have been if it had not been so already. */
    WRITE,
    /** Records of people were read. */
    READ,
    /** Exact figures were read that the public does not see. */
    FIGURES,
    /** Many records or figures were taken as a file. */
    EXPORT,
    /** A person logged in or out. */
    LOGIN,
    /** A request was refused to its caller. */
    DENIAL,
    /** A segment that another service has sealed arrived. */
    ANCHOR;

    /** Whether such requests show records of people. */
    boolean showsRecords() {
        return this == READ || this == EXPORT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

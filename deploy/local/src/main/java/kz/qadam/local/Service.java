package kz.qadam.local;

import java.util.Locale;

/** The three services of the suite. */
public enum Service {
    ENROLMENT,
    PROGRESS,
    REPORTING;

    /** Its module, and its name in what the launcher prints. */
    public String module() {
        return code() + "-service";
    }

    /** Its database, and the role with which it works. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

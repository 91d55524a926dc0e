package kz.qadam.local;

import java.util.Locale;
import java.util.Map;

/** The three services of the suite. */
public enum Service {
    ENROLMENT,
    PROGRESS,
    REPORTING;

    /** Its module, and its name in what the launcher prints. */
    public String module() {
        return code() + "-service";
    }

    /** Where it shows the segments of its streams, by their names in the archive. */
    Map<String, String> streams() {
        return this == REPORTING
                ? Map.of("reporting.trail", trail(), "reporting.events", "/v1/audit/events")
                : Map.of(code() + ".trail", trail());
    }

    /** The path of its trail. */
    String trail() {
        return switch (this) {
            case ENROLMENT -> "/v1/enrolment-trail";
            case PROGRESS -> "/v1/completion-trail";
            case REPORTING -> "/v1/audit/trail";
        };
    }

    /** Its database, and the role with which it works. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

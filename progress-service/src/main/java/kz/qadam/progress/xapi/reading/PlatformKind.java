package kz.qadam.progress.xapi.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/** Kinds of platforms, and what they send when a whole course is done. */
public enum PlatformKind {
    /** The plugin logstore_xapi: from version 5 on, the type is that of cmi5. */
    @JsonProperty("moodle")
    MOODLE,

    /** The plugin event-routing-backends. */
    @JsonProperty("openedx")
    OPENEDX,

    /** Any other. */
    @JsonProperty("generic")
    GENERIC;

    private static final String COMPLETED = "http://adlnet.gov/expapi/verbs/completed";
    private static final String PASSED = "http://adlnet.gov/expapi/verbs/passed";
    private static final String COURSE = "http://adlnet.gov/expapi/activities/course";

    private static final String COURSE_NUMBER_IN_MOODLE =
            "/definition/extensions/https:~1~1w3id.org~1learning-analytics~1learning-management-system~1external-id";

    /** As profiles say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What says that a whole course is done. */
    List<VerbAndType> done() {
        return switch (this) {
            case MOODLE ->
                List.of(
                        new VerbAndType(COMPLETED, "https://w3id.org/xapi/cmi5/activitytype/course"),
                        new VerbAndType(COMPLETED, "http://id.tincanapi.com/activitytype/lms/course"));
            case OPENEDX -> List.of(new VerbAndType(PASSED, COURSE));
            case GENERIC -> List.of(new VerbAndType(COMPLETED, COURSE), new VerbAndType(PASSED, COURSE));
        };
    }

    /** What says that a whole course was failed. */
    List<VerbAndType> failed() {
        return this == MOODLE ? List.of() : List.of(new VerbAndType("http://adlnet.gov/expapi/verbs/failed", COURSE));
    }

    /** Where a course may say our code; null: nowhere. */
    String coursePointer() {
        return this == MOODLE ? COURSE_NUMBER_IN_MOODLE : null;
    }
}

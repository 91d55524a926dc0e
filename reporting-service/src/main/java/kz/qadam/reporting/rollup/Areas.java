package kz.qadam.reporting.rollup;

import java.util.Map;

/** Which area each course belongs to, as far as the courses have been described. */
public record Areas(Map<String, String> byCourse) {

    public static final String UNKNOWN = "unknown";

    public Areas {
        byCourse = Map.copyOf(byCourse);
    }

    public String of(String course) {
        return byCourse.getOrDefault(course, UNKNOWN);
    }
}

package kz.qadam.reporting;

/**
 * One version of a cohort's description. Without more its requirement is any one course, from the beginning.
 *
 * @param target null: there is none
 * @param plan JSON, or null: a straight line
 */
public record CohortVersion(long number, String validFrom, Long target, int minCourses, String plan) {

    public static CohortVersion of(long number, Long target) {
        return new CohortVersion(number, "2000-01-01", target, 1, null);
    }

    public CohortVersion from(String day) {
        return new CohortVersion(number, day, target, minCourses, plan);
    }

    public CohortVersion requiring(int courses) {
        return new CohortVersion(number, validFrom, target, courses, plan);
    }

    public CohortVersion planned(String json) {
        return new CohortVersion(number, validFrom, target, minCourses, json);
    }

    String json() {
        return """
                {"version": %d, "validFrom": "%s", "target": %s, "requirement": {"minCourses": %d}, "plan": %s,
                 "recordedAt": "2026-01-01T00:00:00Z"}
                """.formatted(number, validFrom, target, minCourses, plan);
    }
}

package kz.qadam.reporting;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The programme, courses, institutions and cohorts, as enrolment-service describes them. */
public final class CatalogueFixture {

    private static final String TOPIC = "qadam.catalogue";

    /** All courses that were ever described, since a cohort is evaluated with all of them. */
    private static final Map<String, Long> COURSES = new ConcurrentHashMap<>();

    private CatalogueFixture() {}

    /** The programme and one course, which the cohorts of all tests use. */
    public static void givenCatalogue() {
        describe("programme", "ai-skills", 1, """
                {"code": "ai-skills", "version": 1, "versions": [{"version": 1, "startsOn": "2026-01-01",
                 "horizon": "2030-12-31", "milestones": [{"code": "digital-nation", "on": "2028-09-08"}],
                 "zone": "Asia/Almaty", "recordedAt": "2026-01-01T00:00:00Z"}]}
                """);
        describeCourse("AI-101", 36, "ai", 1);
    }

    public static void describeCourse(String code, int hours, String area, long version) {
        COURSES.merge(code, version, Math::max);
        describe("course", code, version, """
                {"code": "%s", "titles": {"kk": "К", "ru": "К", "en": "=C"}, "hours": %d, "area": "%s", "version": %d}
                """.formatted(code, hours, area, version));
    }

    /** An active school in Almaty. */
    public static void givenInstitution(String code) {
        describeInstitution(code, "school", "active", 1);
    }

    public static void describeInstitution(String code, String kind, String status, long version) {
        describeInstitution(code, kind, "KZ-75", status, version);
    }

    /**
     * An institution in any of its versions.
     *
     * @param region null: none is known
     */
    public static void describeInstitution(String code, String kind, String region, String status, long version) {
        describe("institution", code, version, """
                {"code": "%s", "bin": null, "kind": "%s", "names": {"kk": "№%d мектеп", "ru": "Школа 42",
                 "en": "School 42"}, "region": %s, "status": "%s", "version": %d}
                """.formatted(
                        code, kind, version, region == null ? "null" : "\"" + region + "\"", status, version));
    }

    /** An active school in Almaty that belongs to another organisation, which has this business identification number. */
    public static void describeOwned(String code, String owner) {
        describe("institution", code, 1, """
                {"code": "%s", "bin": null, "owner": "%s", "kind": "school",
                 "names": {"kk": "М", "ru": "Ш", "en": "School"}, "region": "KZ-75", "status": "active", "version": 1}
                """.formatted(code, owner));
    }

    /**
     * An active school in Almaty that has declared on which basis it sends.
     *
     * @param bases a JSON array
     */
    public static void describeBases(String code, long version, String bases) {
        describe("institution", code, version, """
                {"code": "%s", "bin": null, "kind": "school", "names": {"kk": "М", "ru": "Ш", "en": "School"},
                 "region": "KZ-75", "status": "active", "version": %d, "bases": %s}
                """.formatted(code, version, bases));
    }

    /** A cohort whose requirement is any one course, and which has been evaluated; with the catalogue. */
    public static void givenCohort(String code, Long target) {
        describeCohort(code, CohortVersion.of(1, target));
        evaluateCohort(code, 1, 1);
    }

    /** With the catalogue; the last version is the newest. */
    public static void describeCohort(String code, CohortVersion... versions) {
        describeCohort(code, false, versions);
    }

    public static void withdrawCohort(String code, long version) {
        describeCohort(code, true, CohortVersion.of(version, null));
    }

    private static void describeCohort(String code, boolean withdrawn, CohortVersion... versions) {
        givenCatalogue();
        long newest = versions[versions.length - 1].number();
        String all = Arrays.stream(versions).map(CohortVersion::json).collect(Collectors.joining(", "));
        describe("cohort", code, newest, """
                {"code": "%s", "names": {"kk": "Топ", "ru": "Группа", "en": "Cohort"}, "version": %d, "versions": [%s]%s}
                """.formatted(code, newest, all, withdrawn ? ", \"withdrawn\": true" : ""));
    }

    /** progress-service has evaluated all learners by this version of the cohort and by all courses. */
    public static void evaluateCohort(String cohort, long evaluation, long cohortVersion) {
        String courses = COURSES.entrySet().stream()
                .map(course -> "\"%s\": %d".formatted(course.getKey(), course.getValue()))
                .collect(Collectors.joining(", "));
        String data = """
                {"cohort": "%s", "programmeVersion": 1, "cohortVersion": %d, "courses": {%s}, "learners": 1,
                 "changed": 0, "version": %d, "recordedAt": "2026-09-01T00:00:10Z"}
                """.formatted(cohort, cohortVersion, courses, evaluation);
        KafkaFixture.publish(
                "qadam.completions", cohort, "kz.qadam.cohort.evaluated.v1", "evaluation/" + cohort, evaluation, data);
    }

    private static void describe(String kind, String code, long version, String data) {
        String subject = kind + "/" + code;
        KafkaFixture.publish(TOPIC, subject, "kz.qadam.catalogue." + kind + "-described.v1", subject, version, data);
    }
}

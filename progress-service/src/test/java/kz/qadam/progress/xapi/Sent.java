package kz.qadam.progress.xapi;

import java.util.UUID;

/**
 * Statements as real platforms make them, small: in the shape of the expected results in the tests of
 * xAPI-vle/moodle-logstore_xapi 5.0.1 (tests/core/course_completed) and openedx/event-routing-backends 10.0.1
 * (processors/xapi/tests/fixtures/expected/edx.course.grade.*.json).
 */
public final class Sent {

    public static final String MOODLE = "https://lms.school.example";
    public static final String OPENEDX = "https://mooc.university.example";

    private Sent() {}

    /** Moodle: a course is completed. Without an id, and with the full name, as is usual for the plugin. */
    public static String moodleCompleted(String account, int course, String at) {
        return moodle(account, "http://adlnet.gov/expapi/verbs/completed", """
                {"id": "%s", "objectType": "Activity", "definition": {
                  "type": "https://w3id.org/xapi/cmi5/activitytype/course", "name": {"kk": "Python негіздері"}}}
                """.formatted(moodleCourse(course)), at);
    }

    /** Moodle: a module is completed, which is no course. */
    public static String moodleModuleCompleted(String account, int module, String at) {
        return moodle(account, "http://adlnet.gov/expapi/verbs/completed", """
                {"id": "%s/mod/quiz/view.php?id=%d", "objectType": "Activity", "definition": {
                  "type": "http://adlnet.gov/expapi/activities/assessment", "name": {"kk": "Тест"}}}
                """.formatted(MOODLE, module), at);
    }

    /** Moodle: somebody has looked at a course. */
    public static String moodleViewed(String account, int course, String at) {
        return moodle(account, "http://id.tincanapi.com/verb/viewed", """
                {"id": "%s", "objectType": "Activity", "definition": {
                  "type": "https://w3id.org/xapi/cmi5/activitytype/course", "name": {"kk": "Python негіздері"}}}
                """.formatted(moodleCourse(course)), at);
    }

    public static String moodleCourse(int course) {
        return MOODLE + "/course/view.php?id=" + course;
    }

    private static String moodle(String account, String verb, String object, String at) {
        return """
                {"actor": {"name": "Айгүл Серікова", "account": {"homePage": "%s", "name": "%s"}},
                 "verb": {"id": "%s", "display": {"en": "x"}}, "object": %s, "timestamp": "%s",
                 "context": {"language": "kk", "extensions": {"http://lrs.learninglocker.net/define/extensions/info": {
                   "http://moodle.org": "5.1.0", "https://github.com/xAPI-vle/moodle-logstore_xapi": "5.0.1"}}}}
                """.formatted(MOODLE, account, verb, object, at);
    }

    /** Open edX: a course is passed ({@code passed}) or failed ({@code failed}). */
    public static String openedx(UUID id, String verb, String account, String run, String at, String transformer) {
        return """
                {"id": "%s", "version": "1.0.3", "timestamp": "%s",
                 "actor": {"objectType": "Agent", "account": {"homePage": "%s", "name": "%s"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/%s", "display": {"en": "%5$s"}},
                 "object": {"id": "%s", "objectType": "Activity", "definition": {
                   "name": {"en": "Demonstration Course"}, "type": "http://adlnet.gov/expapi/activities/course"}},
                 "context": {"extensions": {
                   "https://w3id.org/xapi/openedx/extension/transformer-version": "event-routing-backends@%s",
                   "https://w3id.org/xapi/openedx/extensions/session-id": "44c2f6b53a6aaf210797a56391a443bc"}}}
                """.formatted(id, at, OPENEDX, account, verb, openedxCourse(run), transformer);
    }

    /** The newest Open edX says of the account {@code u-17} that its course is passed ({@code passed}) or failed ({@code failed}). */
    static String newestOpenedx(UUID id, String verb, String at) {
        return openedx(id, verb, "u-17", "edX+DemoX+1", at, "10.0.1");
    }

    public static String openedxCourse(String run) {
        return OPENEDX + "/course/course-v1:" + run;
    }

    /** A statement is taken back. */
    public static String voiding(UUID id, UUID target) {
        return """
                {"id": "%s", "actor": {"account": {"homePage": "%s", "name": "admin"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
                 "object": {"objectType": "StatementRef", "id": "%s"}}
                """.formatted(id, OPENEDX, target);
    }
}

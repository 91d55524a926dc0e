package kz.qadam.progress.xapi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.qadam.progress.xapi.Sent;
import kz.qadam.progress.xapi.reading.Meaning.LeftOut;
import kz.qadam.progress.xapi.reading.Meaning.Reports;
import kz.qadam.progress.xapi.reading.Meaning.Result;
import kz.qadam.progress.xapi.reading.Meaning.Voids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statements mean, as the platforms make them: see {@link Sent}. */
class StatementRulesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String AT = "2026-05-31T10:00:00+05:00";
    private static final String RUN = "edX+DemoX+Demo_Course";
    private static final String NEWEST = "10.0.1";
    private static final UUID ID = UUID.fromString("ebfef69f-dd05-5bf0-bf90-bad645bc6992");

    private static final PlatformProfile OF_MOODLE = profile("""
            {"kind": "moodle", "homePages": ["https://lms.school.example/"],
             "courses": [{"activity": "https://lms.school.example/course/view.php?id=2", "course": "AI-101"}],
             "notOurs": ["https://lms.school.example/course/view.php?id=3"]}
            """);

    private static final PlatformProfile OF_OPENEDX = profile("""
            {"kind": "openedx", "homePages": ["https://mooc.university.example"],
             "courses": [{"activity": "https://mooc.university.example/course/course-v1:edX+DemoX+Demo_Course",
                          "course": "AI-101"}]}
            """);

    private final StatementRules rules = new StatementRules(
            List.of(new Platform("moodle", OF_MOODLE), new Platform("mooc", OF_OPENEDX)), Set.of("AI-101")::contains);

    private static PlatformProfile profile(String json) {
        try {
            return new ObjectMapper().readValue(json, PlatformProfile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static XapiStatement read(String json) {
        try {
            return new XapiStatement(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Meaning meaningOf(String json) {
        return rules.meaningOf(read(json), NOW);
    }

    private void isLeftOut(String json, StatementReason because) {
        assertThat(meaningOf(json)).isEqualTo(new LeftOut(because));
    }

    @Test
    void a_course_completed_in_moodle_is_done() {
        assertThat(meaningOf(Sent.moodleCompleted("17", 2, AT)))
                .isEqualTo(new Reports(
                        Result.DONE,
                        new PlatformAccount("moodle", "17"),
                        "https://lms.school.example/course/view.php?id=2",
                        "Python негіздері",
                        "AI-101",
                        Instant.parse("2026-05-31T05:00:00Z")));
    }

    @Test
    void a_course_that_moodle_has_called_by_its_former_type_is_done() {
        String former = Sent.moodleCompleted("17", 2, AT)
                .replace(
                        "https://w3id.org/xapi/cmi5/activitytype/course",
                        "http://id.tincanapi.com/activitytype/lms/course");

        assertThat(meaningOf(former)).isInstanceOf(Reports.class);
    }

    @Test
    void a_module_is_no_course() {
        isLeftOut(Sent.moodleModuleCompleted("17", 5, AT), StatementReason.NOT_ASKED_FOR);
    }

    @Test
    void a_course_that_was_looked_at_is_not_done() {
        isLeftOut(Sent.moodleViewed("17", 2, AT), StatementReason.NOT_ASKED_FOR);
    }

    @Test
    void what_open_edx_passes_is_done_and_what_it_fails_is_failed() {
        assertThat(meaningOf(Sent.openedx(ID, "passed", "32e08e30", RUN, AT, NEWEST)))
                .isInstanceOfSatisfying(Reports.class, one -> {
                    assertThat(one.result()).isEqualTo(Result.DONE);
                    assertThat(one.course()).isEqualTo("AI-101");
                });
        assertThat(meaningOf(Sent.openedx(ID, "failed", "32e08e30", RUN, AT, NEWEST)))
                .isInstanceOfSatisfying(
                        Reports.class, one -> assertThat(one.result()).isEqualTo(Result.FAILED));
    }

    @Test
    void a_pair_of_another_platform_says_nothing() {
        String earned = Sent.openedx(ID, "passed", "32e08e30", RUN, AT, NEWEST)
                .replace("http://adlnet.gov/expapi/activities/course", "https://w3id.org/xapi/cmi5/activitytype/course")
                .replace("verbs/passed", "verbs/completed");

        isLeftOut(earned, StatementReason.NOT_ASKED_FOR);
    }

    @ParameterizedTest
    @CsvSource({"9.3.5,false", "9.3.6,true", "9.4.0,true", "10.0.1,true", "8.9.9,false", "9.2.99,false"})
    void open_edx_names_the_learner_from_9_3_6_on(String version, boolean isTaken) {
        Meaning meaning = meaningOf(Sent.openedx(ID, "passed", "32e08e30", RUN, AT, version));

        assertThat(meaning instanceof Reports).isEqualTo(isTaken);
        assertThat(meaning.equals(new LeftOut(StatementReason.SENDER_TOO_OLD))).isNotEqualTo(isTaken);
    }

    @Test
    void open_edx_has_to_say_its_version() {
        String silent = Sent.openedx(ID, "passed", "32e08e30", RUN, AT, NEWEST).replace("transformer-version", "other");

        isLeftOut(silent, StatementReason.SENDER_TOO_OLD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"mbox": "mailto:a.serikova@school.example"}              | ACTOR_IS_MAIL
                    {"mbox_sha1sum": "ebd31e95054c018b10727ccffd2ef2ec3a016ee9"} | ACTOR_IS_MAIL
                    {"openid": "https://id.example/a"}                        | ACTOR_IS_OPENID
                    {"objectType": "Group", "member": []}                     | ACTOR_IS_GROUP
                    {"account": {"homePage": "https://other.example", "name": "17"}}  | UNKNOWN_PLATFORM
                    {"account": {"homePage": "https://lms.school.example"}}   | UNREADABLE
                    {"account": {"homePage": "https://lms.school.example", "name": "991231100010"}} | LOOKS_LIKE_IIN
                    """)
    void who_is_named_in_another_way_than_by_a_known_account_is_left_out(String actor, StatementReason because) {
        String statement = """
                {"actor": %s, "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                 "object": {"id": "%s", "definition": {"type": "https://w3id.org/xapi/cmi5/activitytype/course"}}}
                """.formatted(actor, Sent.moodleCourse(2));

        isLeftOut(statement, because);
    }

    @Test
    void the_slash_at_the_end_of_an_address_makes_no_difference() {
        assertThat(meaningOf(Sent.moodleCompleted("17", 2, AT)
                        .replace(
                                "\"homePage\": \"https://lms.school.example\"",
                                "\"homePage\": \"HTTPS://LMS.school.example/\"")))
                .isInstanceOf(Reports.class);
    }

    @Test
    void a_course_that_is_not_ours_is_left_out_and_one_that_nobody_has_named_has_no_code() {
        isLeftOut(Sent.moodleCompleted("17", 3, AT), StatementReason.NOT_OURS);
        assertThat(meaningOf(Sent.moodleCompleted("17", 4, AT)))
                .isInstanceOfSatisfying(
                        Reports.class, one -> assertThat(one.course()).isNull());
    }

    @ParameterizedTest
    @CsvSource({"AI-101,AI-101", "ALGEBRA-7,"})
    void the_number_of_a_course_in_moodle_may_be_our_code(String number, String course) {
        String numbered = Sent.moodleCompleted("17", 4, AT).replace("\"name\": {\"kk\"", """
                        "extensions": {"https://w3id.org/learning-analytics/learning-management-system/external-id": "%s"},
                        "name": {"kk\"""".formatted(number));

        assertThat(meaningOf(numbered))
                .isInstanceOfSatisfying(
                        Reports.class, one -> assertThat(one.course()).isEqualTo(course));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31,BAD_TIMESTAMP",
        "2026-05-31T10:00:00,BAD_TIMESTAMP",
        "yesterday,BAD_TIMESTAMP",
        "2026-06-02T00:00:00Z,IN_THE_FUTURE"
    })
    void a_time_needs_an_offset_and_must_not_be_to_come(String at, StatementReason because) {
        isLeftOut(Sent.moodleCompleted("17", 2, at), because);
    }

    @Test
    void a_clock_may_be_some_minutes_ahead() {
        assertThat(meaningOf(Sent.moodleCompleted("17", 2, "2026-06-01T12:09:00Z")))
                .isInstanceOf(Reports.class);
    }

    @Test
    void a_statement_is_taken_back_by_its_id() {
        assertThat(meaningOf(Sent.voiding(UUID.randomUUID(), ID))).isEqualTo(new Voids(ID));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                  | UNREADABLE
            {"verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}} | UNREADABLE
            {"verb": "completed", "object": 7, "actor": []}     | UNREADABLE
            """)
    void what_is_no_statement_is_left_out(String json, StatementReason because) {
        isLeftOut(json, because);
    }

    @Test
    void nothing_that_may_say_who_somebody_is_gets_into_a_log() {
        Meaning meaning = meaningOf(Sent.moodleCompleted("a.serikova", 2, AT));

        assertThat(meaning.toString() + read(Sent.moodleCompleted("a.serikova", 2, AT)))
                .doesNotContain("serikova", "Серікова");
    }

    @ParameterizedTest
    @CsvSource({"7,true", "ebfef69f,true", "ebfef69f-dd05-5bf0-bf90-bad645bc6992,false", "1-1-1-1-1,true"})
    void an_id_is_a_uuid(String id, boolean isBad) {
        assertThat(read("{\"id\": \"%s\"}".formatted(id)).hasBadId()).isEqualTo(isBad);
    }

    @Test
    void the_same_statement_without_an_id_has_the_same_identity() {
        XapiStatement one = read(Sent.moodleCompleted("17", 2, AT));

        assertThat(one.identity())
                .isEqualTo(read(Sent.moodleCompleted("17", 2, AT)).identity())
                .isNotEqualTo(read(Sent.moodleCompleted("18", 2, AT)).identity())
                .isNotEqualTo(read(Sent.moodleCompleted("17", 4, AT)).identity());
    }
}

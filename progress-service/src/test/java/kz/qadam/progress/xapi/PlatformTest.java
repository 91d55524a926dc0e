package kz.qadam.progress.xapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours.Enrolled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The profiles by which statements are read, and their trial. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PlatformTest {

    private static final String AT = "2026-05-30T10:00:00+05:00";

    private PlatformOfSchool platform;

    @BeforeEach
    void open() {
        platform = PlatformOfSchool.open();
    }

    private String path(String name) {
        return "/v1/platforms/" + platform.institution() + "/" + name;
    }

    @Test
    void a_platform_is_shown_as_it_was_saved() {
        platform.school()
                .get(path("moodle"))
                .header("ETag", "\"1\"")
                .body("name", equalTo("moodle"))
                .body("kind", equalTo("moodle"))
                .body("courses.course", contains("AI-101", "AI-102"));
        platform.school().get("/v1/platforms").body("items.name", contains("mooc", "moodle"));
    }

    @Test
    void what_exists_is_replaced_only_by_who_has_read_it() {
        platform.saves("moodle", PlatformOfSchool.MOODLE).statusCode(200);
        platform.saves("moodle", PlatformOfSchool.OPENEDX).statusCode(428);
        platform.replaces("moodle", PlatformOfSchool.OPENEDX).statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void a_profile_is_checked() {
        platform.saves("wrong", """
                {"kind": "moodle", "homePages": ["lms"], "coursePointer": "code",
                 "courses": [{"activity": "a", "course": "AI-101"}, {"activity": "a", "course": "AI-101"}]}
                """)
                .statusCode(422)
                .body("errors.code", contains("home-page", "json-pointer", "named-twice"));
        platform.saves("wrong", """
                {"kind": "moodle", "homePages": ["https://lms.example"], "courses": [{"activity": "a", "course": "NONE"}]}
                """).statusCode(422).body("errors.code", contains("unknown-code"));
    }

    @Test
    void only_administrators_and_the_office_save() {
        given().auth()
                .oauth2(Tokens.of("partner", platform.institution()))
                .contentType("application/json")
                .body(PlatformOfSchool.MOODLE)
                .put(path("other"))
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("office"))
                .contentType("application/json")
                .body(PlatformOfSchool.MOODLE)
                .put(path("other"))
                .then()
                .statusCode(201);
    }

    @Test
    void a_trial_says_of_each_statement_what_would_become_of_it_and_keeps_nothing() {
        Enrolled enrolled = platform.hasEnrolled("E-1", UUID.randomUUID(), "AI-101");
        platform.links("17", enrolled).statusCode(201);
        String body = PlatformOfSchool.MOODLE.strip().replaceAll("\\}$", "")
                + """
                , "statements": [%s, %s, %s, %s, %s]}
                """.formatted(
                                Sent.moodleCompleted("17", 2, AT),
                                Sent.moodleCompleted("18", 2, AT),
                                Sent.moodleCompleted("17", 3, AT),
                                Sent.moodleCompleted("17", 4, AT),
                                Sent.moodleViewed("17", 2, AT));

        platform.puts(path("moodle") + "?dryRun=true", body)
                .statusCode(200)
                .body(
                        "statements.outcome",
                        contains("counted", "no-account", "not-ours", "unnamed-course", "not-asked-for"))
                .body("statements[1].text", startsWith("The account is not linked"))
                .body("completions", equalTo(1));

        assertThat(platform.accepted(enrolled)).isEmpty();
        assertThat(platform.outcomes()).isEmpty();
        platform.school().get("/v1/waiting-statements?by=course").body("items", empty());
    }

    @Test
    void at_most_twenty_statements_are_tried() {
        String many = String.join(",", Collections.nCopies(21, "{}"));

        platform.puts(
                        path("moodle") + "?dryRun=true",
                        PlatformOfSchool.MOODLE.strip().replaceAll("\\}$", "") + ", \"statements\": [" + many + "]}")
                .statusCode(400);
    }

    @Test
    void a_course_takes_its_statements_once_it_is_named() {
        Enrolled enrolled = platform.hasEnrolled("E-1", UUID.randomUUID(), "AI-101");
        platform.links("17", enrolled).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 4, AT));
        platform.school().get("/v1/waiting-statements?by=course").body("items", hasSize(1));

        platform.replaces("moodle", PlatformOfSchool.MOODLE.replace("?id=2", "?id=4"))
                .statusCode(200);

        platform.school().get("/v1/waiting-statements?by=course").body("items", empty());
        platform.sends(Sent.moodleCompleted("17", 4, "2026-05-31T10:00:00+05:00"));
        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-31");
    }

    @Test
    void what_waits_for_a_course_that_is_not_ours_is_dropped() {
        platform.sends(Sent.moodleCompleted("17", 5, AT));

        platform.replaces("moodle", """
                {"kind": "moodle", "homePages": ["%s"], "notOurs": ["%s"]}
                """.formatted(Sent.MOODLE, Sent.moodleCourse(5)))
                .statusCode(200);

        assertThat(platform.outcomes()).isEmpty();
        platform.sends(Sent.moodleCompleted("17", 5, AT));
        assertThat(platform.outcomes()).isEmpty();
    }

    @Test
    void a_profile_names_up_to_two_thousand_courses() {
        String many = IntStream.range(0, 2_000)
                .mapToObj(i -> "{\"activity\": \"%s\", \"course\": \"AI-101\"}".formatted(Sent.moodleCourse(i)))
                .collect(Collectors.joining(","));

        platform.saves("large", """
                {"kind": "moodle", "homePages": ["%s"], "courses": [%s]}
                """.formatted(Sent.MOODLE, many)).statusCode(201);
    }
}

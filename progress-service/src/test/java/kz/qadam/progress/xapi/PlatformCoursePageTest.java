package kz.qadam.progress.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours.Enrolled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrator of an institution says on a page which of our courses a course of a platform is. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PlatformCoursePageTest {

    private static final String PAGE = "/platforms/courses?lang=en";
    private static final String AT = "2026-05-30T10:00:00+05:00";

    private PlatformOfSchool platform;

    @BeforeEach
    void a_course_is_done_that_nobody_has_named() {
        platform = PlatformOfSchool.open();
        platform.sends(Sent.moodleCompleted("17", 4, AT));
    }

    private static Map<String, String> form(int course, String as, String ours) {
        return new HashMap<>(
                Map.of("platform", "moodle", "activity", Sent.moodleCourse(course), "as", as, "course", ours));
    }

    private static Map<String, String> confirming(Map<String, String> form, int version) {
        Map<String, String> confirming = new HashMap<>(form);
        confirming.put("confirmed", Integer.toString(version));
        return confirming;
    }

    private int version() {
        String tag = platform.school()
                .get("/v1/platforms/" + platform.institution() + "/moodle")
                .extract()
                .header("ETag");
        return Integer.parseInt(tag.replace("\"", ""));
    }

    @Test
    void what_it_would_be_is_shown_first() {
        platform.form(PAGE, form(4, "ours", "AI-101"))
                .statusCode(200)
                .body(containsString("“Python негіздері” is the course AI-101."))
                .body(containsString("Of those that came before (1) only the number is known"))
                .body(containsString("name=\"confirmed\" value=\"1\""));

        assertThat(version()).isEqualTo(1);
    }

    @Test
    void what_was_shown_is_kept_and_takes_statements_from_then_on() {
        Enrolled enrolled = platform.hasEnrolled("E-1", UUID.randomUUID(), "AI-101");
        platform.links("17", enrolled).statusCode(201);

        platform.form(PAGE, confirming(form(4, "ours", "AI-101"), 1))
                .statusCode(303)
                .header("Location", endsWith("/platforms?lang=en"));

        platform.school().get("/v1/waiting-statements?by=course").body("items", empty());
        platform.sends(Sent.moodleCompleted("17", 4, "2026-05-31T10:00:00+05:00"));
        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-31");
    }

    @Test
    void a_form_that_is_sent_twice_changes_the_platform_once() {
        platform.form(PAGE, confirming(form(4, "ours", "AI-101"), 1)).statusCode(303);

        platform.form(PAGE, confirming(form(4, "ours", "AI-101"), 1)).statusCode(303);

        assertThat(version()).isEqualTo(2);
    }

    @Test
    void what_somebody_else_has_changed_in_between_is_not_overwritten() {
        platform.form(PAGE, confirming(form(7, "not-ours", ""), 1)).statusCode(303);

        platform.form(PAGE, confirming(form(4, "ours", "AI-101"), 1))
                .statusCode(200)
                .body(containsString("Somebody has changed the platform meanwhile"))
                .body(containsString("name=\"confirmed\" value=\"2\""));

        assertThat(version()).isEqualTo(2);
    }

    @Test
    void without_a_course_it_says_what_is_missing() {
        platform.form(PAGE, form(4, "ours", ""))
                .statusCode(200)
                .body(containsString("<title>Error: "))
                .body(containsString("<a href=\"#course\">Choose which of our courses it is.</a>"))
                .body(not(containsString("id=\"confirm\"")));
    }

    @Test
    void a_course_that_is_not_ours_is_forgotten() {
        platform.form(PAGE, form(4, "not-ours", "")).body(containsString("is none of ours"));

        platform.form(PAGE, confirming(form(4, "not-ours", ""), 1)).statusCode(303);

        platform.school().get("/v1/waiting-statements?by=course").body("items", empty());
        platform.school()
                .get("/v1/platforms/" + platform.institution() + "/moodle")
                .body("notOurs", contains(Sent.moodleCourse(3), Sent.moodleCourse(4)));
    }

    @Test
    void what_waits_under_another_course_of_ours_follows_and_counts() {
        Enrolled enrolled = platform.hasEnrolled("E-1", UUID.randomUUID(), "AI-101");
        platform.links("17", enrolled).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 5, AT));
        assertThat(platform.outcomes()).containsExactly("no-enrolment");

        platform.form(PAGE, form(5, "ours", "AI-101"))
                .body(containsString("Of those that wait, completions that will count: 1."));
        assertThat(platform.accepted(enrolled)).isEmpty();
        platform.form(PAGE, confirming(form(5, "ours", "AI-101"), 1)).statusCode(303);

        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-30");
    }

    @Test
    void a_dry_run_says_how_much_of_what_waits_would_count_or_be_dropped() {
        Enrolled enrolled = platform.hasEnrolled("E-1", UUID.randomUUID(), "AI-101");
        platform.links("17", enrolled).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 5, AT), Sent.moodleCompleted("18", 2, AT));

        platform.puts("/v1/platforms/" + platform.institution() + "/moodle?dryRun=true", """
                {"kind": "moodle", "homePages": ["%s"], "notOurs": ["%s"],
                 "courses": [{"activity": "%s", "course": "AI-101"}]}
                """.formatted(
                                Sent.MOODLE, Sent.moodleCourse(2), Sent.moodleCourse(5)))
                .statusCode(200)
                .body("waitingCounted", equalTo(1))
                .body("waitingDropped", equalTo(1))
                .body("completions", equalTo(0));
    }

    @Test
    void a_partner_who_is_no_administrator_names_no_course() {
        platform.school().form(PAGE, form(4, "ours", "AI-101")).statusCode(403);
    }
}

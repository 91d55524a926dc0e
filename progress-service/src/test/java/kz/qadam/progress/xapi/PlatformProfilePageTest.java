package kz.qadam.progress.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours.Enrolled;
import kz.qadam.progress.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrator of an institution sets a platform up on a page, and changes how its statements are read. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PlatformProfilePageTest {

    private static final String NEW = "/platforms/profiles?lang=en";
    private static final String PAGE = "/platforms/profiles/moodle?lang=en";
    private static final String AT = "2026-05-30T10:00:00+05:00";

    private PlatformOfSchool platform;

    @BeforeEach
    void open() {
        platform = PlatformOfSchool.open();
    }

    private static Map<String, String> form(String... courses) {
        return new HashMap<>(Map.of(
                "kind", "moodle", "homePages", Sent.MOODLE, "courses", String.join("\r\n", courses), "notOurs", ""));
    }

    private static String named(int course, String ours) {
        return Sent.moodleCourse(course) + " " + ours;
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> more = new HashMap<>(form);
        more.put(field, value);
        return more;
    }

    private ValidatableResponse saved(String name) {
        return platform.school().get("/v1/platforms/" + platform.institution() + "/" + name);
    }

    @Test
    void a_platform_is_set_up_after_it_was_shown() {
        Map<String, String> form = with(form(named(7, "AI-101")), "name", "school-lms");

        platform.form(NEW, form)
                .statusCode(200)
                .body(containsString("<td data-label=\"Said from now on\">" + named(7, "AI-101") + "</td>"))
                .body(containsString("name=\"confirmed\" value=\"\""));
        saved("school-lms").statusCode(404);
        platform.form(NEW, with(form, "confirmed", ""))
                .statusCode(303)
                .header("Location", endsWith("/platforms/profiles/school-lms?lang=en"));

        saved("school-lms").statusCode(200).body("courses.course", contains("AI-101"));
    }

    @Test
    void a_form_that_is_sent_twice_sets_up_one_platform() {
        Map<String, String> form = with(with(form(), "name", "school-lms"), "confirmed", "");
        platform.form(NEW, form).statusCode(303);

        platform.form(NEW, form).statusCode(303);

        saved("school-lms").header("ETag", "\"1\"");
    }

    @Test
    void a_name_that_is_taken_replaces_nothing() {
        Map<String, String> form = with(form(), "name", "moodle");

        platform.form(NEW, form).body(containsString("<a href=\"#name\">There is a platform of this name already"));
        platform.form(NEW, with(form, "confirmed", "")).body(containsString("<a href=\"#name\">"));

        saved("moodle").header("ETag", "\"1\"").body("courses.course", contains("AI-101", "AI-102"));
    }

    @Test
    void the_page_has_what_is_saved_and_what_is_to_be_set_at_the_platform() {
        assertThat(platform.page(PAGE))
                .contains(named(2, "AI-101") + "\n" + named(5, "AI-102"))
                .containsPattern("<code id=\"setting-endpoint\">[^<]+/v1/xapi</code>")
                .contains("X-Experience-API-Version: 1.0.3", "href=\"/keys?only=statements&amp;lang=en\"")
                .contains("value=\"moodle\" checked");
    }

    @Test
    void what_would_change_is_shown_first_with_what_follows_for_what_waits() {
        Enrolled enrolled = platform.hasEnrolled("E-1", UUID.randomUUID(), "AI-101");
        platform.links("17", enrolled).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 5, AT), Sent.moodleCompleted("18", 2, AT));
        Map<String, String> form = with(form(named(5, "AI-101")), "notOurs", Sent.moodleCourse(2));

        platform.form(PAGE, form)
                .statusCode(200)
                .body(containsString("Of those that wait, completions that will count: 1."))
                .body(containsString("Of those that wait, statements that will be dropped: 1."))
                .body(containsString("<td data-label=\"Said from now on\">" + named(5, "AI-101") + "</td>"));
        assertThat(platform.accepted(enrolled)).isEmpty();
        platform.form(PAGE, with(form, "confirmed", "1")).statusCode(303).header("Location", endsWith(PAGE));

        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-30");
    }

    @Test
    void what_would_become_of_pasted_statements_is_told_in_sentences_and_nothing_is_kept() {
        String pasted = "[%s, %s]".formatted(Sent.moodleCompleted("18", 2, AT), Sent.moodleViewed("17", 2, AT));

        platform.form(PAGE, with(form(named(2, "AI-101"), named(5, "AI-102")), "statements", pasted))
                .statusCode(200)
                .body(containsString("data-outcome=\"no-account\">AI-101: The account is not linked to a learner yet."))
                .body(containsString("data-outcome=\"not-asked-for\">The profile does not ask for it"));

        assertThat(platform.outcomes()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_said_at_its_field() {
        platform.form(PAGE, with(form(), "statements", "{"))
                .body(containsString("<title>Error: "))
                .body(containsString("<a href=\"#statements\">"));
        platform.form(PAGE, with(form(), "statements", "[" + String.join(",", Collections.nCopies(21, "{}")) + "]"))
                .body(containsString("<a href=\"#statements\">"));
        platform.form(PAGE, with(form(), "homePages", "lms"))
                .body(containsString("<a href=\"#homePages\">"))
                .body(not(containsString("id=\"confirm\"")));
        platform.form(PAGE, form("https://lms.school.example/course/view.php?id=9"))
                .body(containsString("<a href=\"#courses\">"));
        platform.form(PAGE, form(named(9, "NONE"))).body(containsString("<a href=\"#courses\">"));
        platform.form(NEW, with(form(), "name", "моодл")).body(containsString("<a href=\"#name\">"));

        saved("moodle").header("ETag", "\"1\"");
    }

    @Test
    void what_somebody_else_has_changed_in_between_is_not_overwritten() {
        platform.replaces("moodle", PlatformOfSchool.OPENEDX).statusCode(200);

        platform.form(PAGE, with(form(named(2, "AI-101")), "confirmed", "1"))
                .statusCode(200)
                .body(containsString("Somebody has changed the platform meanwhile"))
                .body(containsString("name=\"confirmed\" value=\"2\""));

        saved("moodle").body("kind", equalTo("openedx"));
    }

    @Test
    void a_profile_may_be_as_large_as_it_may_be_over_the_api() {
        String[] many = new String[2_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = named(i, "AI-101");
        }

        platform.form(PAGE, with(form(many), "confirmed", "1")).statusCode(303);

        saved("moodle").body("courses.size()", equalTo(2_000));
    }

    @Test
    void only_administrators_and_the_office_set_platforms_up() {
        platform.school().get(PAGE).statusCode(403);
        platform.school().form(PAGE, form()).statusCode(403);

        Office.get("office", PAGE + "&institution=" + platform.institution())
                .statusCode(200)
                .body(containsString("The administrator of the institution makes the key."));
    }
}

package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office corrects an enrolment on a page, and says there that the learner has left. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentRecordPageTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern EFFECT = Pattern.compile("name=\"effect\" value=\"([0-9a-f]+)\"");

    private String course;
    private String school;
    private String id;

    @BeforeEach
    void enrol_somebody() {
        course = course();
        school = school();
        id = enrolled(school, enrolment("E-1", course, People.iin()));
    }

    @Test
    void it_shows_the_enrolment_as_it_is_and_each_state_that_it_has_had() {
        corrects(school, "E-1", "\"region\": \"KZ-71\", \"language\": \"kk\"").statusCode(200);

        assertThat(page(""))
                .contains(course + ", " + school + " · E-1")
                .contains(
                        "<dd>Astana</dd>",
                        "<dt>Language of instruction</dt><dd>Kazakh</dd>",
                        "<dd>1 February 2026</dd>")
                .contains(">enrolled</td>", ">corrected</td>", ">wrong row</td>", "language of instruction: Kazakh");
    }

    @Test
    void a_correction_is_done_as_it_was_shown() {
        String shown =
                shown("", Map.of("region", "KZ-71", "enrolledOn", "02.02.2026", "language", "ru", "reason", "moved"));
        assertThat(shown)
                .contains("<th scope=\"row\">Region</th>", ">Astana</td>", ">2 February 2026</td>", ">Russian</td>");
        assertThat(stored().getString("region")).isNotEqualTo("KZ-71");

        confirm("", shown).statusCode(303).header("Location", endsWith("/enrolment-records/" + id + "?lang=en"));

        assertThat(stored().getString("region")).isEqualTo("KZ-71");
        assertThat(stored().getString("enrolledOn")).isEqualTo("2026-02-02");
        assertThat(stored().getString("language")).isEqualTo("ru");
        assertThat(page("")).contains(">moved</td>", "the programme office");
        confirm("", shown).statusCode(303);
        assertThat(stored().getInt("version")).isEqualTo(2);
    }

    @Test
    void an_attribute_is_taken_away() {
        corrects(school, "E-1", "\"language\": \"kk\"").statusCode(200);

        confirm("", shown("", Map.of("language", "unknown", "reason", "wrong"))).statusCode(303);

        assertThat(stored().getString("language")).isNull();
    }

    @Test
    void a_correction_that_would_do_something_else_by_now_is_shown_again() {
        String shown = shown("", Map.of("course", course(), "reason", "wrong course"));
        corrects(school, "E-1", "\"region\": \"KZ-71\"").statusCode(200);

        String again = confirm("", shown).statusCode(200).extract().asString();

        assertThat(again).contains("role=\"alert\"", "name=\"version\" value=\"2\"");
        assertThat(stored().getInt("version")).isEqualTo(2);
    }

    @Test
    void a_correction_that_changes_nothing_is_not_offered() {
        assertThat(send("", Map.of("course", course, "reason", "none"))
                        .extract()
                        .asString())
                .contains("Nothing would change.")
                .doesNotContain("id=\"confirm\"");
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        assertThat(refused("", Map.of("course", "no-course", "enrolledOn", "soon", "reason", "x")))
                .contains("<title>Error: ", "href=\"#enrolledOn\"")
                .contains("value=\"soon\"");
        assertThat(refused("", Map.of("course", "no-course", "reason", "x"))).contains("href=\"#course\"");
        assertThat(refused("", Map.of("region", "KZ-71"))).contains("href=\"#reason\"");
        assertThat(refused("/withdrawal", Map.of("reason", "left"))).contains("href=\"#on\"");
    }

    @Test
    void the_office_says_that_the_learner_has_left() {
        String shown = shown("/withdrawal", Map.of("on", "2026-03-01", "reason", "moved"));
        assertThat(shown).contains(">enrolled</td>", ">left</td>", ">1 March 2026</td>");

        confirm("/withdrawal", shown).statusCode(303);

        assertThat(stored().getString("status")).isEqualTo("withdrawn");
        assertThat(page("")).contains("left on 1 March 2026").doesNotContain("id=\"withdrawal\"");
        assertThat(page("/withdrawal")).doesNotContain("id=\"check\"");
    }

    @Test
    void of_a_blocked_person_nothing_is_corrected() {
        String shown = shown("", Map.of("region", "KZ-71", "reason", "moved"));
        office().body("{\"reason\": \"disputed\"}").put("/v1/learner-blocks/" + stored().getString("learnerId"));

        assertThat(page("")).contains("nothing is corrected").doesNotContain("id=\"check\"");
        assertThat(confirm("", shown).statusCode(200).extract().asString()).contains("role=\"alert\"");
        assertThat(stored().getInt("version")).isEqualTo(1);
    }

    @Test
    void an_enrolment_that_does_not_exist_has_no_page() {
        office().get("/enrolment-records/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void nobody_but_the_office_opens_it() {
        for (String path : new String[] {"", "/withdrawal"}) {
            auditor().get("/enrolment-records/" + id + path).then().statusCode(403);
            partner(school).get("/enrolment-records/" + id + path).then().statusCode(403);
            post(partner(school), path, Map.of("reason", "x")).statusCode(403);
        }
    }

    private JsonPath stored() {
        return office().get("/v1/enrolments/" + id).jsonPath();
    }

    private String page(String path) {
        return office().get("/enrolment-records/" + id + path + "?lang=en")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String shown(String path, Map<String, String> form) {
        return send(path, form)
                .statusCode(200)
                .body(containsString("data-state=\"would-do\""))
                .extract()
                .asString();
    }

    private String refused(String path, Map<String, String> form) {
        return send(path, form)
                .statusCode(200)
                .body(containsString("role=\"alert\""))
                .extract()
                .asString();
    }

    /** Sends what the page offers to be confirmed. */
    private ValidatableResponse confirm(String path, String shown) {
        Map<String, String> form = new HashMap<>();
        HIDDEN.matcher(shown).results().forEach(one -> form.putIfAbsent(one.group(1), one.group(2)));
        EFFECT.matcher(shown).results().forEach(one -> form.put("effect", one.group(1)));
        return send(path, form);
    }

    private ValidatableResponse send(String path, Map<String, String> form) {
        return post(office(), path, form);
    }

    private ValidatableResponse post(RequestSpecification caller, String path, Map<String, String> form) {
        return caller.redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/enrolment-records/" + id + path + "?lang=en")
                .then();
    }
}

package kz.qadam.enrolment.keys;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.program;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrator of an institution makes and revokes its keys on a page. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class KeyPageTest {

    private static final String PAGE = "/keys?lang=en";

    private String school;

    @BeforeEach
    void a_school_has_no_key() {
        school = school();
    }

    @Test
    void a_key_is_made_its_secret_is_shown_once_and_a_program_can_use_it() {
        assertThat(page()).contains("No key works");

        String made =
                make(form("Student register", "")).statusCode(200).extract().asString();

        assertThat(made).contains("The key is made").contains("<h3").contains("Student register");
        program(only(made, "id=\"made-id\">([^<]+)<"), only(made, "id=\"made-secret\">([^<]+)<"))
                .get("/v1/enrolments")
                .then()
                .statusCode(200);
        assertThat(page()).contains("Student register").doesNotContain("made-secret");
    }

    @Test
    void a_key_may_be_for_statements_alone() {
        Map<String, String> form = form("Moodle", "");
        form.put("only", "statements");

        String made = make(form).statusCode(200).extract().asString();

        program(only(made, "id=\"made-id\">([^<]+)<"), only(made, "id=\"made-secret\">([^<]+)<"))
                .get("/v1/enrolments")
                .then()
                .statusCode(403);
        assertThat(page()).contains("<p class=\"hint\">Only posts statements of a learning platform");
    }

    @Test
    void what_a_key_is_for_is_chosen_by_the_address_or_by_hand() {
        assertThat(page()).contains("value=\"\" checked").doesNotContain("value=\"statements\" checked");

        assertThat(administrator(school)
                        .get(PAGE + "&only=statements")
                        .then()
                        .extract()
                        .asString())
                .contains("value=\"statements\" checked");
    }

    @Test
    void a_form_that_is_sent_twice_makes_one_key() {
        Map<String, String> form = form("Moodle", "");
        make(form).statusCode(200);

        String again = make(form).statusCode(200).extract().asString();

        assertThat(again).contains("This key was made before").doesNotContain("made-secret");
        assertThat(keys(again)).hasSize(1);
    }

    @Test
    void what_is_wrong_is_said_and_stays_in_the_form() {
        String refused =
                make(form("Moodle", "2020-01-01")).statusCode(200).extract().asString();

        assertThat(refused)
                .contains("<title>Error: ")
                .contains("role=\"alert\"")
                .contains("expiresOn is not between")
                .contains("name=\"label\" value=\"Moodle\"")
                .contains("name=\"expiresOn\" value=\"2020-01-01\"");
        assertThat(keys(refused)).isEmpty();
    }

    @Test
    void a_key_that_ends_within_thirty_days_is_marked() {
        make(form("soon", LocalDate.now(AlmatyTime.ZONE).plusDays(20).toString()));
        make(form("later", ""));

        assertThat(page()).containsPattern("(?s)soon</h3>\\s*<p class=\"fault\">.*later</h3>\\s*<p>");
    }

    @Test
    void of_a_few_keys_the_forms_that_revoke_them_need_not_be_unfolded() {
        for (String name : List.of("a", "b", "c")) {
            make(form(name, ""));
        }
        assertThat(page()).contains("<details open>").doesNotContain("<details>");

        make(form("d", ""));

        assertThat(page()).contains("<details>").doesNotContain("<details open>");
    }

    @Test
    void a_key_is_revoked_after_a_question() {
        String made = make(form("Moodle", "")).extract().asString();
        String id = only(made, "id=\"made-id\">([^<]+)<");
        String secret = only(made, "id=\"made-secret\">([^<]+)<");

        String asked = revoke(administrator(school), id, Map.of("reason", "the server was sold"))
                .statusCode(200)
                .extract()
                .asString();
        assertThat(asked).contains("Revoke this key?").contains("value=\"the server was sold\"");
        assertThat(keys(page())).containsExactly(id);

        revoke(administrator(school), id, Map.of("reason", "the server was sold", "confirmed", "true"))
                .statusCode(303)
                .header("Location", endsWith("/keys?lang=en"));
        assertThat(keys(page())).isEmpty();
        program(id, secret).get("/v1/enrolments").then().statusCode(401);
    }

    @Test
    void a_reason_that_is_refused_stays_at_its_key() {
        String id = only(make(form("Moodle", "")).extract().asString(), "id=\"made-id\">([^<]+)<");

        String refused = revoke(administrator(school), id, Map.of("reason", "ask +7 701 123 45 67"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(refused)
                .contains("<title>Error: ", "id=\"reason-" + id + "\"")
                .contains(
                        "value=\"ask +7 701 123 45 67\" required maxlength=\"1000\" autocomplete=\"off\" aria-invalid=\"true\"");
    }

    @Test
    void nobody_else_sees_or_revokes_a_key() {
        String id = only(make(form("Moodle", "")).extract().asString(), "id=\"made-id\">([^<]+)<");
        String other = school();

        assertThat(administrator(other).get(PAGE).asString()).doesNotContain(id);
        revoke(administrator(other), id, Map.of("reason", "mine", "confirmed", "true"))
                .statusCode(404);
        partner(school).get(PAGE).then().statusCode(403);
        office().get(PAGE).then().statusCode(403);
        assertThat(keys(page())).containsExactly(id);
    }

    private String page() {
        return administrator(school).get(PAGE).then().statusCode(200).extract().asString();
    }

    /** The form that the page shows, filled in. */
    private Map<String, String> form(String label, String expiresOn) {
        return new HashMap<>(Map.of(
                "attempt",
                only(page(), "name=\"attempt\" value=\"([^\"]+)\""),
                "label",
                label,
                "expiresOn",
                expiresOn));
    }

    private ValidatableResponse make(Map<String, String> form) {
        return post(administrator(school), PAGE, form);
    }

    private static ValidatableResponse revoke(RequestSpecification caller, String id, Map<String, String> form) {
        return post(caller, "/keys/" + id + "/revocation?lang=en", form);
    }

    private static ValidatableResponse post(RequestSpecification caller, String path, Map<String, String> form) {
        return caller.redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path)
                .then();
    }

    private static List<String> keys(String page) {
        return all(page, "data-key=\"([^\"]+)\"");
    }

    private static String only(String page, String pattern) {
        return all(page, pattern).get(0);
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(one -> one.group(1))
                .toList();
    }
}

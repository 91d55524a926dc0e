package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.cohort;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.fresh;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office changes and creates cohorts on a page. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CohortPageTest {

    private String code;
    private String change;

    @BeforeEach
    void a_cohort_has_a_target_of_a_thousand() {
        code = cohort();
        change = "/" + code + "/change";
    }

    @Test
    void the_versions_are_on_a_line_of_time_with_what_is_in_force() {
        version("2000-01-01", 2_000, "Order 23").statusCode(200);
        version("2999-01-01", 3_000, "Order 24").statusCode(200);

        assertThat(page("/" + code))
                .containsPattern("(?s)data-version=\"1\" data-state=\"replaced\".*data-version=\"2\" data-state=\"now\""
                        + ".*data-version=\"3\" data-state=\"later\"")
                .contains("1 January 2999", "2,000", "Order 24", "any one course");
        assertThat(page("")).contains("/cohorts/" + code + "?lang=en", "Teachers");
    }

    @Test
    void a_version_is_shown_first_and_then_added_as_it_was_shown() {
        String first = course();
        String second = course();
        Map<String, String> form = form("");
        form.put("target", "5 000");
        form.put("requirement.courses", first + ", " + second);
        form.put("requirement.hours", "72");
        form.put("plan.milestones", "2027-06-01 1 000\r\n08.09.2028 54,5 %\r\n");
        form.put("plan.season", "6 9 10 9 8 8 5 5 10 11 11 8");

        String shown = shown(change, form);

        assertThat(shown)
                .contains("<td data-label=\"Before\">1,000</td><td data-label=\"After\">5,000</td>")
                .contains("all of " + first + ", " + second + "; hours in all: at least 72")
                .contains("8 September 2028: 54.5 %", "from 1 January 2027")
                .contains("data-part=\"requirement-preview\"")
                .contains("/requirement-preview?lang=en&amp;cohort=" + code + "&amp;courses=" + first + "%2C" + second
                        + "&amp;hours=72&amp;validFrom=2027-01-01");
        versions().body("items.size()", equalTo(1));

        confirm(change, shown).statusCode(303).header("Location", endsWith("/cohorts/" + code + "?lang=en"));
        confirm(change, shown).statusCode(303);

        versions()
                .body("items.size()", equalTo(2))
                .body("items[1].target", equalTo(5_000))
                .body("items[1].requirement.hours", equalTo(72))
                .body("items[1].requirement.courses.size()", equalTo(2))
                .body("items[1].plan.milestones.trained", equalTo(Arrays.asList(1_000, null)))
                .body("items[1].plan.season[11]", equalTo(8))
                .body("items[1].validFrom", equalTo("2027-01-01"));
    }

    @Test
    void the_form_says_what_a_version_says_and_an_empty_target_is_none() {
        Map<String, String> form = form("&version=1");
        assertThat(form).containsEntry("target", "1000").containsEntry("names.en", "Teachers");
        form.put("target", "");

        String shown = shown(change, form);
        assertThat(shown).contains("<td data-label=\"After\">no target</td>").doesNotContain("requirement-preview");
        confirm(change, shown).statusCode(303);

        versions().body("items[1].target", nullValue()).body("items[1].plan", nullValue());
    }

    @Test
    void a_version_that_a_later_one_follows_says_until_when_it_counts_and_that_names_count_at_once() {
        version("2999-01-01", 3_000, "Order 24").statusCode(200);
        Map<String, String> form = form("&version=1");
        form.put("target", "5000");
        form.put("names.en", "Teachers of schools");

        assertThat(shown(change, form)).contains("31 December 2998", "Names (at once, and for all days)");
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        Map<String, String> form = form("");
        form.put("target", "many");
        form.put("requirement.courses", "NO-1");
        form.put("plan.milestones", "2027-06-01");
        form.put("validFrom", "tomorrow");
        form.put("reason", "");

        String refused = send(change, form).statusCode(200).extract().asString();

        assertThat(refused)
                .contains("role=\"alert\"", "href=\"#target\"")
                .contains("id=\"target-fault\">Target is not a number")
                .contains(
                        "id=\"requirement.courses-fault\">Courses that are required: the catalogue has no such course")
                .contains("id=\"plan.milestones-fault\">Give either trained or percent")
                .contains("id=\"validFrom-fault\">First day is not a date")
                .contains("id=\"reason-fault\">Reason is missing")
                .doesNotContain("id=\"confirm\"");
    }

    @Test
    void what_somebody_has_changed_in_between_is_shown_and_not_overwritten() {
        Map<String, String> form = form("");
        form.put("target", "5000");
        String shown = shown(change, form);
        version("2027-01-01", 4_000, "Order 23").statusCode(200);

        String again = confirm(change, shown).statusCode(200).extract().asString();

        assertThat(again)
                .contains("data-state=\"would-do-other\"")
                .contains("<td data-label=\"Before\">4,000</td><td data-label=\"After\">5,000</td>");
        versions().body("items.size()", equalTo(2));
        confirm(change, again).statusCode(303);
        versions().body("items[2].target", equalTo(5_000));
    }

    @Test
    void what_was_filled_in_about_an_older_version_is_said_to_be_another() {
        Map<String, String> form = form("");
        form.put("target", "5000");
        form.put("seen", "1");
        version("2027-01-01", 4_000, "Order 23").statusCode(200);

        assertThat(send(change, form).statusCode(200).extract().asString())
                .contains("data-state=\"would-do-other\"", "name=\"seen\" value=\"2\"");
    }

    @Test
    void a_confirmation_of_nothing_does_nothing() {
        Map<String, String> form = form("");
        form.put("confirmed", "");

        assertThat(send(change, form).statusCode(200).extract().asString()).contains("data-state=\"would-do-other\"");
        send("/" + code + "/withdrawal", Map.of("confirmed", "")).statusCode(200);
        versions().body("items.size()", equalTo(1));
    }

    @Test
    void a_cohort_is_created_once() {
        String created = fresh("drivers");
        Map<String, String> form = new HashMap<>(Map.of(
                "code",
                created,
                "names.kk",
                "Жүргізушілер",
                "names.ru",
                "Водители",
                "names.en",
                "Drivers",
                "target",
                "700",
                "requirement.minCourses",
                "2",
                "validFrom",
                "01.01.2027",
                "reason",
                "Order 30"));

        String shown = shown("", form);
        assertThat(shown)
                .contains("different courses: at least 2", "Жүргізушілер / Водители / Drivers", "<dd>700</dd>");
        office().get("/v1/cohorts/" + created).then().statusCode(404);

        confirm("", shown).statusCode(303).header("Location", endsWith("/cohorts/" + created + "?lang=en"));
        confirm("", shown).statusCode(303);
        office().get("/v1/cohorts/" + created + "?on=2027-02-01").then().body("target", equalTo(700));

        form.put("target", "800");
        assertThat(send("", form).statusCode(200).extract().asString())
                .contains("role=\"alert\"", "exists under this code already")
                .contains("name=\"target\" value=\"800\"");
        form.put("code", "total");
        assertThat(send("", form).extract().asString()).contains("id=\"code-fault\">total is reserved");
    }

    @Test
    void a_cohort_in_which_nobody_was_enrolled_is_withdrawn_after_the_question() {
        String withdrawal = "/" + code + "/withdrawal";
        assertThat(get(office(), "/" + code).statusCode(200).extract().asString())
                .contains("id=\"withdraw\"");
        String question = shown(withdrawal, Map.of());
        assertThat(question).contains("Withdraw this cohort?", "id=\"cancel\"");
        version("2027-01-01", 4_000, "Order 23").statusCode(200);

        String again = confirm(withdrawal, question).statusCode(200).extract().asString();
        assertThat(again).contains("role=\"alert\"", "Withdraw this cohort?");
        confirm(withdrawal, again).statusCode(303).header("Location", endsWith("/cohorts?lang=en"));

        office().get("/v1/cohorts/" + code).then().statusCode(404);
        confirm(withdrawal, again).statusCode(303);
    }

    @Test
    void nobody_but_the_office_opens_or_changes_them() {
        for (String path : List.of("", "/" + code, change)) {
            get(auditor(), path).statusCode(403);
        }
        post(auditor(), change, Map.of()).statusCode(403);
        post(auditor(), "", Map.of()).statusCode(403);
        get(office(), "/unknown/change").statusCode(404);
    }

    private ValidatableResponse version(String validFrom, int target, String reason) {
        return put("/v1/cohorts/" + code, "*", """
                {"target": %d, "requirement": {}, "validFrom": "%s", "reason": "%s"}""".formatted(target, validFrom, reason));
    }

    private ValidatableResponse versions() {
        return office().get("/v1/cohorts/" + code + "/versions").then().statusCode(200);
    }

    /** The form as the page has it, with a day and a reason. */
    private Map<String, String> form(String query) {
        Map<String, String> form = new HashMap<>();
        String page = get(office(), change, query).statusCode(200).extract().asString();
        Pattern.compile("<input id=\"[^\"]+\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .forEach(one -> form.put(one.group(1), one.group(2)));
        form.put("validFrom", "01.01.2027");
        form.put("reason", "Order 25");
        return form;
    }

    private static String page(String path) {
        return get(office(), path).statusCode(200).extract().asString();
    }

    private static ValidatableResponse get(RequestSpecification caller, String path) {
        return get(caller, path, "");
    }

    private static ValidatableResponse get(RequestSpecification caller, String path, String query) {
        return caller.get("/cohorts" + path + "?lang=en" + query).then();
    }

    private static String shown(String path, Map<String, String> form) {
        String shown = send(path, form).statusCode(200).extract().asString();
        assertThat(shown).contains("data-state=\"would-do\"");
        return shown;
    }

    /** Sends what the page offers to be confirmed. */
    private static ValidatableResponse confirm(String path, String shown) {
        Map<String, String> form = new HashMap<>();
        Pattern.compile(
                        "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"|id=\"confirm\" name=\"([^\"]+)\" value=\"([^\"]+)\"")
                .matcher(shown)
                .results()
                .forEach(one -> form.put(
                        one.group(1) == null ? one.group(3) : one.group(1),
                        one.group(1) == null ? one.group(4) : one.group(2)));
        return send(path, form);
    }

    private static ValidatableResponse send(String path, Map<String, String> form) {
        return post(office(), path, form);
    }

    private static ValidatableResponse post(RequestSpecification caller, String path, Map<String, String> form) {
        return caller.redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/cohorts" + path + "?lang=en")
                .then();
    }
}

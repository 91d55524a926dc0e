package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.fresh;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.put;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office finds, changes and makes institutions and courses one by one. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ListedCatalogueEntryPageTest {

    private static final Pattern EFFECT = Pattern.compile("name=\"effect\" value=\"([^\"]+)\"");
    private static final Pattern STATE = Pattern.compile("data-state=\"([^\"]+)\"");

    private final Map<String, String> form = new LinkedHashMap<>(Map.of(
            "kind", "school",
            "names.kk", "Мектеп",
            "names.ru", "Школа",
            "names.en", "School",
            "region", "KZ-75",
            "status", "active"));

    private String known;

    @BeforeEach
    void a_school_is_known() {
        known = school();
    }

    @Test
    void a_change_is_shown_first_and_then_done_as_it_was_shown() {
        form.put("status", "suspended");

        String shown = send("/institutions/" + known, null).asString();

        assertThat(shown)
                .contains(
                        "<td data-label=\"Before\">Active</td><td data-label=\"Then\">Suspended</td>",
                        "its people and its keys are refused");
        anybody().get("/v1/institutions/" + known).then().body("status", equalTo("active"));

        send("/institutions/" + known, effect(shown)).then().statusCode(303);

        anybody().get("/v1/institutions/" + known).then().body("status", equalTo("suspended"));
    }

    @Test
    void what_somebody_else_has_changed_meanwhile_is_shown_instead_of_done() {
        form.put("names.en", "Another school");
        String effect = effect(send("/institutions/" + known, null).asString());
        put("/v1/institutions/" + known, "*", institution("suspended", "\"KZ-75\""))
                .statusCode(200);

        String shown = send("/institutions/" + known, effect).asString();

        assertThat(state(shown)).isEqualTo("would-do-other");
        assertThat(shown).contains("<td data-label=\"Before\">Suspended</td><td data-label=\"Then\">Active</td>");
        anybody().get("/v1/institutions/" + known).then().body("names.en", equalTo("School"));
    }

    @Test
    void what_a_form_that_was_filled_in_about_an_older_version_would_undo_is_said_to_be_another() {
        form.put("names.en", "Another school");
        form.put("seen", "1");
        put("/v1/institutions/" + known, "*", institution("suspended", "\"KZ-75\""))
                .statusCode(200);

        String shown = send("/institutions/" + known, null).asString();

        assertThat(state(shown)).isEqualTo("would-do-other");
        assertThat(shown).contains("name=\"seen\" value=\"2\"");
    }

    @Test
    void a_button_that_is_pressed_twice_does_it_once() {
        form.put("names.en", "Another school");
        String effect = effect(send("/institutions/" + known, null).asString());

        send("/institutions/" + known, effect).then().statusCode(303);
        String again = send("/institutions/" + known, effect).asString();

        assertThat(again).contains("Nothing would change").doesNotContain("id=\"confirm\"");
        anybody().get("/v1/institutions/" + known).then().header("ETag", equalTo("\"2\""));
    }

    @Test
    void a_new_institution_is_made_once() {
        String code = fresh("school");
        form.put("code", code);
        String effect = effect(send("/institutions/new", null).asString());

        Response made = send("/institutions/new", effect);

        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(made.header("Location")).endsWith("/institutions/%s?lang=en".formatted(code));
        anybody().get("/v1/institutions/" + code).then().body("names.kk", equalTo("Мектеп"));
        assertThat(send("/institutions/new", effect).asString()).contains("Nothing would change");
    }

    @Test
    void a_code_that_is_taken_and_what_is_missing_are_said_at_their_fields() {
        form.put("code", known);
        form.put("names.en", "Another school");
        assertThat(send("/institutions/new", null).asString())
                .contains("<title>Error: ", "id=\"code-fault\">There is such a code.");

        form.put("names.ru", "");
        form.put("bin", "060140000014");
        assertThat(send("/institutions/" + known, null).asString())
                .contains("<a href=\"#names.ru\">Name in Russian", "id=\"bin-fault\"", "value=\"060140000014\"");
    }

    @Test
    void the_hours_of_a_course_stay_once_somebody_is_enrolled() {
        String course = course();
        enrolled(known, enrolment(fresh("R"), course, People.iin()));
        form.clear();
        form.putAll(Map.of("titles.kk", "К", "titles.ru", "К", "titles.en", "C", "hours", "40", "area", "ai"));

        assertThat(send("/courses/" + course, null).asString())
                .contains("role=\"alert\"", course)
                .doesNotContain("id=\"confirm\"");
    }

    @Test
    void an_institution_is_found_by_a_part_of_its_code_or_name_page_by_page() {
        String name = fresh("Lyceum") + "%_";
        IntStream.rangeClosed(1, CatalogueEntriesPageView.SHOWN + 1)
                .forEach(one -> put(
                                "/v1/institutions/" + fresh("school"),
                                null,
                                institution("active", "\"KZ-75\"").replace("\"School\"", "\"" + name + "\""))
                        .statusCode(201));

        String first = get("/institutions", name.toLowerCase(Locale.ROOT));

        assertThat(first.split("<th scope=\"row\">", -1)).hasSize(1 + CatalogueEntriesPageView.SHOWN);
        assertThat(first).contains("id=\"next\"");
        assertThat(get("/institutions", known)).contains("<td data-label=\"Code\">%s</td>".formatted(known));
        assertThat(get("/institutions", "no-such-name")).contains("id=\"none\"");
    }

    @Test
    void only_the_office_opens_them() {
        for (String page : new String[] {"/institutions", "/institutions/" + known, "/institutions/new", "/courses"}) {
            office().get(page).then().statusCode(200);
            partner(known).get(page).then().statusCode(403);
            auditor().get(page).then().statusCode(403);
            anybody().get(page).then().statusCode(401);
        }
        office().get("/institutions/" + fresh("none")).then().statusCode(404);
        filled(partner(known)).post("/institutions/" + known).then().statusCode(403);
    }

    private static String get(String page, String find) {
        return office().queryParam("find", find)
                .queryParam("lang", "en")
                .get(page)
                .asString();
    }

    private Response send(String page, String effect) {
        RequestSpecification request = filled(office());
        if (effect != null) {
            request.formParam("effect", effect);
        }
        return request.redirects().follow(false).post(page + "?lang=en");
    }

    private RequestSpecification filled(RequestSpecification caller) {
        return caller.contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form);
    }

    private static String effect(String page) {
        return group(EFFECT, page);
    }

    private static String state(String page) {
        return group(STATE, page);
    }

    private static String group(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}

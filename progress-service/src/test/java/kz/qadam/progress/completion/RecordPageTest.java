package kz.qadam.progress.completion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An institution finds one of its completions, corrects it and revokes it, on a page. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RecordPageTest {

    private final Partner school = Partner.school();
    private String id;

    @BeforeEach
    void a_completion_is_dated_before_its_enrolment() {
        Neighbours.describeCatalogue();
        school.hasEnrolled("E", UUID.randomUUID());
        id = school.completes("early", "E", "2026-01-09").extract().path("id");
    }

    @Test
    void a_completion_is_found_by_its_reference() {
        given().redirects()
                .follow(false)
                .auth()
                .oauth2(Tokens.of("partner", school.institution()))
                .get("/records?lang=en&reference= early ")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/records/" + id + "?lang=en"));
        school.get("/records?lang=en&reference=late")
                .statusCode(200)
                .body(containsString("Nothing has come from your institution under this reference."));
        school.get("/records/" + id + "?lang=en")
                .statusCode(200)
                .body(containsString("It does not count: completed before the learner joined"));
    }

    @Test
    void what_a_page_cannot_do_is_said_to_people_as_a_page_in_its_language_and_to_programs_as_json() {
        String shown = opened("text/html,*/*;q=0.8", "/records?lang=ru&reference=991231100010")
                .statusCode(422)
                .contentType("text/html")
                .header("Cache-Control", equalTo("private, no-store"))
                .extract()
                .asString();

        assertThat(shown)
                .contains("<html lang=\"ru\">", "Это не получилось", "id=\"to-home\"", "href=\"/waiting?lang=ru\"")
                .doesNotContain("991231100010");
        opened("text/html,*/*;q=0.8", "/records/" + UUID.randomUUID() + "?lang=kk")
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("Бұл болмады"));
        opened("*/*", "/records?lang=ru&reference=991231100010")
                .statusCode(422)
                .contentType("application/problem+json");
    }

    private ValidatableResponse opened(String accept, String path) {
        return given().auth()
                .oauth2(Tokens.of("partner", school.institution()))
                .header("Accept", accept)
                .get(path)
                .then();
    }

    @Test
    void a_correction_is_shown_first_and_then_done_as_it_was_shown() {
        Map<String, String> form = correction("09.03.2026");

        String shown = send("corrections", form).statusCode(200).extract().asString();

        assertThat(shown)
                .contains("data-state=\"would-do\"")
                .containsPattern("<th scope=\"row\">Completed on</th><td[^>]*>2026-01-09</td><td[^>]*>09.03.2026</td>")
                .containsPattern(">It does not count: completed before the learner joined</td><td[^>]*>It counts</td>")
                .contains("pupils: trained ");
        current().body("version", equalTo(1));

        form.put("effect", effect(shown));
        send("corrections", form).statusCode(303).header("Location", endsWith("/records/" + id + "?lang=en"));

        current().body("status", equalTo("accepted")).body("completedOn", equalTo("2026-03-09"));
        school.get("/records/" + id + "?lang=en").body(containsString(">the day was wrong</td>"));
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_changes_nothing() {
        String shown = send("corrections", correction("2999-01-01"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(shown)
                .contains("role=\"alert\"")
                .containsPattern("id=\"correct-completedOn-fault\">[^<]+")
                .containsPattern(
                        "id=\"correct-completedOn\" name=\"completedOn\" value=\"2999-01-01\"[^>]* aria-invalid")
                .doesNotContain("id=\"confirm\"");
        current().body("version", equalTo(1));
    }

    @Test
    void what_somebody_has_changed_in_between_is_not_overwritten() {
        Map<String, String> form = correction("09.03.2026");
        form.put("effect", effect(send("corrections", form).extract().asString()));
        school.corrects("early", "\"completedOn\": \"2026-04-01\"").statusCode(200);

        String shown = send("corrections", form).statusCode(200).extract().asString();

        assertThat(shown).contains("role=\"alert\"").doesNotContain("id=\"confirm\"");
        current().body("completedOn", equalTo("2026-04-01"));
    }

    @Test
    void a_revocation_is_shown_first_and_is_final() {
        Map<String, String> form = new LinkedHashMap<>(Map.of("reason", "entered for the wrong person"));
        String shown = send("revocations", form).statusCode(200).extract().asString();
        assertThat(shown).contains(">It is revoked</td>");
        current().body("status", equalTo("refused"));

        form.put("effect", effect(shown));
        send("revocations", form).statusCode(303);
        send("revocations", form).statusCode(200);

        current().body("status", equalTo("revoked")).body("version", equalTo(2));
        assertThat(school.get("/records/" + id).extract().asString()).doesNotContain("<form method=\"post\"");
    }

    @Test
    void nobody_else_opens_or_changes_it() {
        Partner other = Partner.school();

        other.get("/records/" + id).statusCode(404);
        send(other, "corrections", correction("09.03.2026")).statusCode(404);
        other.get("/records?lang=en&reference=early").statusCode(200).body(containsString("Nothing has come"));
        Office.get("auditor", "/records/" + id).statusCode(403);
        Office.get("office", "/records?reference=early").statusCode(403);
    }

    @Test
    void the_office_corrects_it_too_and_is_led_back_to_the_person() {
        Office.get("office", "/records/" + id + "?lang=en")
                .statusCode(200)
                .body(containsString("id=\"person\" href=\"/persons/"));
        Map<String, String> form = correction("09.03.2026");

        form.put("effect", effect(asOffice(form).statusCode(200).extract().asString()));
        asOffice(form).statusCode(303);

        current().body("completedOn", equalTo("2026-03-09"));
        school.get("/records/" + id + "?lang=en").body(not(containsString("/persons/")));
    }

    private ValidatableResponse asOffice(Map<String, String> form) {
        return Office.form("/records/" + id + "/corrections?lang=en", form);
    }

    private Map<String, String> correction(String day) {
        return new LinkedHashMap<>(Map.of("completedOn", day, "reason", "the day was wrong", "version", "1"));
    }

    private ValidatableResponse send(String what, Map<String, String> form) {
        return send(school, what, form);
    }

    private ValidatableResponse send(Partner sender, String what, Map<String, String> form) {
        return sender.form("/records/" + id + "/" + what + "?lang=en", form);
    }

    private ValidatableResponse current() {
        return school.get("/v1/completions/" + id).statusCode(200);
    }

    private static String effect(String page) {
        return Pattern.compile("name=\"effect\" value=\"([0-9a-f]+)\"")
                .matcher(page)
                .results()
                .map(one -> one.group(1))
                .findFirst()
                .orElseThrow();
    }
}

package kz.qadam.enrolment.personrecords;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on which the office answers a person who asks what is held. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PersonRecordPageTest {

    private static final Pattern LEARNER = Pattern.compile("under the random number ([0-9a-f-]{36})");

    private final String iin = People.iin();
    private String school;

    @BeforeEach
    void enrol_somebody() {
        school = school();
        enrolled(school, enrolment("E-1", course(), iin));
    }

    @Test
    void the_form_is_in_three_languages_and_asks_nothing_yet() {
        assertThat(form("kk")).contains("lang=\"kk\"", "Кім сұрайды және кім туралы", "name=\"person.iin\"");
        assertThat(form("ru")).contains("Кто спрашивает и о ком");
        assertThat(form("en")).contains("Who asks, and about whom").doesNotContain("id=\"answer\"");
    }

    @Test
    void the_answer_has_each_state_of_an_enrolment_with_its_sender_and_reason() {
        corrects(school, "E-1", "\"region\": \"KZ-71\"").statusCode(200);

        assertThat(answer(byIin()))
                .contains("What Qadam stores about you", "You made this request yourself.", "Request: IN-7")
                .contains(school + " · E-1 · enrolled", ">enrolled</td>", ">corrected</td>", ">wrong row</td>")
                .contains("enrolled on 1 February 2026", "KZ-71", "An identification number")
                .doesNotContain(iin);
    }

    @Test
    void the_answer_has_a_language_of_its_own() {
        String answer = answer(with(byIin(), "language", "kk"));

        assertThat(answer)
                .contains("<html lang=\"en\">", "<article id=\"answer\" class=\"document\" lang=\"kk\"")
                .contains("Qadam сіз туралы не сақтайды", ">Correct<");
    }

    @Test
    void what_others_hold_comes_in_panels_or_as_pages_in_the_language_of_the_answer() {
        String answer = answer(with(byIin(), "language", "ru"));
        String learner = learner();

        assertThat(answer)
                .contains("data-from=\"/learner-records/" + learner + "?language=ru&amp;lang=en\"")
                .contains("data-from=\"/learner-readings/" + learner + "?language=ru&amp;lang=en\"")
                .contains("<a id=\"learner-records\" href=\"/learner-records/" + learner)
                .contains("data-missing=\"Этот ответ неполон: нет того, что хранит служба отчётов.\"");
    }

    @Test
    void it_leads_to_where_an_enrolment_is_corrected_unless_the_person_is_blocked() {
        assertThat(answer(byIin())).containsPattern("href=\"/enrolment-records/[0-9a-f-]{36}\\?lang=en\">Correct");

        office().body("{\"reason\": \"disputed\"}").put("/v1/learner-blocks/" + learner());

        assertThat(answer(byIin()))
                .contains("Blocked since", "what is held is disputed")
                .doesNotContain("class=\"correct-enrolment\"");
    }

    @Test
    void of_somebody_unknown_nothing_is_held() {
        assertThat(answer(Map.of("person.iin", People.iin(), "requestedBy", "self")))
                .contains("Nothing is held under this number.")
                .doesNotContain("data-part", "id=\"save\"");
    }

    @Test
    void what_is_wrong_with_the_question_is_said_at_its_field_without_the_number() {
        String wrong = iin.substring(0, 11) + (iin.charAt(11) == '0' ? '1' : '0');

        String refused = answer(Map.of("person.iin", wrong, "requestedBy", "self", "request", iin));

        assertThat(refused)
                .contains("<title>Error: ", "role=\"alert\"", "href=\"#person.iin\"", "href=\"#request\"")
                .doesNotContain(wrong);
        assertThat(answer(Map.of("person.iin", iin))).contains("href=\"#requestedBy\"");
        assertThat(answer(Map.of("requestedBy", "self"))).contains("role=\"alert\"");
    }

    @Test
    void texts_of_institutions_are_only_texts() {
        enrolled(school, enrolment("<b>E</b>", course(), iin));

        assertThat(answer(byIin())).contains("&lt;b&gt;E&lt;/b&gt;").doesNotContain("<b>E</b>");
    }

    @Test
    void the_page_of_a_person_leads_here_with_the_learner_filled_in() {
        String learner = learner();

        assertThat(office().get("/persons/" + learner + "?lang=en").asString())
                .contains("href=\"/person-records?learnerId=" + learner + "&amp;lang=en\"");
        assertThat(office().get("/person-records?lang=en&learnerId=" + learner).asString())
                .contains("name=\"person.learnerId\" value=\"" + learner + "\"");
    }

    @Test
    void what_is_held_is_saved_as_programs_get_it() {
        String learner = learner();

        office().get("/person-records/" + learner + "/file?requestedBy=representative&request=IN-7")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("person-record.json"))
                .body("learnerId", equalTo(learner))
                .body("requestedBy", equalTo("representative"))
                .body("request", equalTo("IN-7"))
                .body("enrolments.enrolment.reference", contains("E-1"));
        office().get("/person-records/" + learner + "/file").then().statusCode(400);
    }

    @Test
    void who_was_answered_is_in_the_trail_with_the_learner_alone() {
        String learner = learner();

        await().untilAsserted(() -> auditor()
                .get("/v1/enrolment-trail?action=POST /person-records&limit=1000")
                .then()
                .body("items.subject", hasItem(learner)));
        await().untilAsserted(() -> assertThat(answer(byIin())).contains("POST /person-records"));
    }

    @Test
    void who_has_read_it_is_told_without_what_ids_look_like() {
        office().get("/persons/" + learner()).then().statusCode(200);

        await().untilAsserted(() -> assertThat(answer(byIin())).contains(">GET /persons/{learnerId}</td>"));
    }

    @Test
    void nobody_but_the_office_may_ask() {
        for (RequestSpecification other : new RequestSpecification[] {partner(school), auditor()}) {
            other.get("/person-records").then().statusCode(403);
        }
        post(partner(school), byIin()).statusCode(403);
        anybody().get("/person-records").then().statusCode(401);
    }

    private Map<String, String> byIin() {
        return Map.of("person.iin", iin, "requestedBy", "self", "request", "IN-7", "language", "en");
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> other = new HashMap<>(form);
        other.put(field, value);
        return other;
    }

    private String learner() {
        return LEARNER.matcher(answer(byIin()))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String form(String language) {
        return office().get("/person-records?lang=" + language)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String answer(Map<String, String> form) {
        return post(office(), form).statusCode(200).extract().asString();
    }

    private static ValidatableResponse post(RequestSpecification caller, Map<String, String> form) {
        return caller.contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/person-records?lang=en")
                .then();
    }
}

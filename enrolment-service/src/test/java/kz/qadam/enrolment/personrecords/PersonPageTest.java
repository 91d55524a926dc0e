package kz.qadam.enrolment.personrecords;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office finds a person on a page, and merges, splits, blocks and erases there. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PersonPageTest {

    private final String iin = People.iin();
    private final String number = "P" + iin.substring(2);
    private String course;
    private String school;
    private String byIin;
    private String byDocument;

    @BeforeEach
    void one_person_was_enrolled_by_an_iin_and_by_a_document() {
        course = course();
        school = school();
        byIin = learner(enrolment("I-1", course, iin));
        byDocument = learner(document("D-1"));
    }

    @Test
    void a_person_is_found_by_a_number_a_document_a_reference_and_an_id() {
        for (Map<String, String> form : List.of(
                Map.of("person.iin", iin),
                Map.of("institution", school, "reference", "I-1"),
                Map.of("person.learnerId", byIin))) {
            send("", form).statusCode(303).header("Location", endsWith("/persons/" + byIin + "?lang=en"));
        }
        send("", Map.of("person.document.country", "KZ", "person.document.number", number))
                .statusCode(303)
                .header("Location", endsWith("/persons/" + byDocument + "?lang=en"));

        assertThat(page("/" + byIin)).contains("A number is held", ">I-1</a></th>", school);
    }

    @Test
    void a_number_is_shown_by_no_page() {
        String wrong = iin.substring(0, 11) + (iin.charAt(11) == '0' ? '1' : '0');

        assertThat(refused("", Map.of("person.iin", wrong)))
                .containsPattern("id=\"person.iin-fault\">The last digit of Identification number")
                .contains("href=\"#person.iin\"")
                .doesNotContain(wrong);
        assertThat(refused("", Map.of("person.iin", People.iin()))).contains("Nothing is held under this");
        String shown = shown("/" + byDocument + "/merge", Map.of("person.iin", iin, "reason", "one person"));
        assertThat(shown + page("/" + byIin)).doesNotContain(iin);
    }

    @Test
    void a_person_is_named_in_exactly_one_way() {
        assertThat(refused("", Map.of())).contains("Name the person in exactly one way");
        assertThat(refused("", Map.of("person.iin", iin, "reference", "I-1"))).contains("in exactly one way");
        assertThat(refused("", Map.of("reference", "I-1")))
                .containsPattern("id=\"institution-fault\">Institution is missing")
                .contains("value=\"I-1\"");
    }

    @Test
    void who_has_found_a_person_is_in_the_trail_with_the_learner_alone() {
        send("", Map.of("person.iin", iin)).statusCode(303);

        await().untilAsserted(() -> auditor()
                .get("/v1/enrolment-trail?action=POST /persons&limit=1000")
                .then()
                .body("items.subject", hasItem(byIin)));
    }

    @Test
    void two_learners_are_merged_as_it_was_shown() {
        Map<String, String> form =
                Map.of("person.document.country", "KZ", "person.document.number", number, "reason", "one");

        String shown = shown("/" + byIin + "/merge", form);
        assertThat(shown)
                .contains(
                        byDocument + " becomes part of " + byIin,
                        ">D-1</a></th>",
                        school + ", School pupils: enrolments that move 1")
                .contains("School pupils: enrolled -1");
        auditor().get("/v1/learner-merges/" + byDocument).then().statusCode(404);

        confirm("/" + byIin + "/merge", shown)
                .statusCode(303)
                .header("Location", endsWith("/persons/" + byIin + "?lang=en"));
        auditor().get("/v1/learner-merges/" + byDocument).then().body("surviving", equalTo(byIin));
        confirm("/" + byIin + "/merge", shown).statusCode(303);
        assertThat(page("/" + byIin)).contains(">D-1</a></th>", byDocument, "Undo the merge");
        office().redirects()
                .follow(false)
                .get("/persons/" + byDocument)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/persons/" + byIin));
    }

    @Test
    void a_merge_that_would_do_something_else_by_now_is_shown_again() {
        String shown = shown("/" + byIin + "/merge", Map.of("person.learnerId", byDocument, "reason", "one"));
        enrol(school, document("D-2")).statusCode(201);

        String again =
                confirm("/" + byIin + "/merge", shown).statusCode(200).extract().asString();

        assertThat(again).contains("data-state=\"would-do-other\"", "enrolments that move 2");
        auditor().get("/v1/learner-merges/" + byDocument).then().statusCode(404);
    }

    @Test
    void what_is_wrong_with_a_merge_is_said_and_nothing_happens() {
        assertThat(refused("/" + byIin + "/merge", Map.of("person.learnerId", byIin, "reason", "one")))
                .contains("This is the same person");
        assertThat(refused("/" + byIin + "/merge", Map.of("person.learnerId", byDocument)))
                .containsPattern("id=\"reason-fault\">Reason is missing");
        get(office(), "/" + People.iin() + "/merge").statusCode(404);
    }

    @Test
    void a_merge_is_undone_and_the_office_says_whose_the_enrolments_since_are() {
        merge();
        enrol(school, document("D-2")).statusCode(201);
        String split = "/" + byDocument + "/split";

        String shown = shown(split, Map.of("reason", "two people"));
        assertThat(shown).contains("was its own at the merge", "recorded since the merge");
        String box = only(shown, "name=\"(enrolment-[^\"]+)\"[^>]*> <span>D-2: give it");

        Map<String, String> given = new HashMap<>(hidden(shown));
        given.put(box, "true");
        given.put("effect", only(shown, "name=\"effect\" value=\"([0-9a-f]+)\""));
        String again = send(split, given).statusCode(200).extract().asString();
        assertThat(again).contains("data-state=\"would-do-other\"", ">marked</td>");
        auditor().get("/v1/learner-merges/" + byDocument).then().statusCode(200);

        given.put("effect", only(again, "name=\"effect\" value=\"([0-9a-f]+)\""));
        send(split, given).statusCode(303).header("Location", endsWith("/persons/" + byDocument + "?lang=en"));
        send(split, given).statusCode(303);

        auditor()
                .get("/v1/learner-splits?learnerId=" + byDocument)
                .then()
                .body("items.enrolments", equalTo(List.of(2)));
        assertThat(page("/" + byDocument)).contains(">D-1</a></th>", ">D-2</a></th>", byIin);
    }

    @Test
    void a_person_is_blocked_and_freed_after_a_question() {
        String block = "/" + byIin + "/block";
        assertThat(refused(block, Map.of())).contains("Reason is missing");
        String asked = shown(block, Map.of("reason", "disputed"));
        assertThat(asked).contains("Block this person?", "what is held is disputed");
        auditor().get("/v1/learner-blocks/" + byIin).then().statusCode(404);

        send(block, Map.of("reason", "disputed", "confirmed", "true")).statusCode(303);

        auditor().get("/v1/learner-blocks/" + byIin).then().body("reason", equalTo("disputed"));
        partner(school).get("/v1/enrolments?reference=I-1").then().body("items", equalTo(List.of()));
        assertThat(page("/" + byIin))
                .contains("Blocked for a time since", "Lift the block")
                .doesNotContain("id=\"merge\"");
        assertThat(page("")).contains("/persons/" + byIin);
        String lifting = page(block);
        assertThat(lifting).contains("Lift the block?");

        send(block + "/lifting", hidden(lifting)).statusCode(303);
        auditor().get("/v1/learner-blocks/" + byIin).then().statusCode(404);
    }

    @Test
    void another_block_than_the_one_that_was_shown_is_not_lifted() {
        String block = "/" + byIin + "/block";
        send(block, Map.of("reason", "disputed", "confirmed", "true")).statusCode(303);
        String shown = page(block);
        send(block + "/lifting", hidden(shown)).statusCode(303);
        send(block, Map.of("reason", "unlawful", "confirmed", "true")).statusCode(303);

        String again = send(block + "/lifting", hidden(shown))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(again).contains("another one is in force now");
        auditor().get("/v1/learner-blocks/" + byIin).then().body("reason", equalTo("unlawful"));
        send(block + "/lifting", hidden(again)).statusCode(303);
        auditor().get("/v1/learner-blocks/" + byIin).then().statusCode(404);
    }

    @Test
    void who_is_blocked_for_another_reason_meanwhile_is_shown() {
        String block = "/" + byIin + "/block";
        send(block, Map.of("reason", "disputed", "confirmed", "true")).statusCode(303);

        send(block, Map.of("reason", "unlawful", "confirmed", "true"))
                .statusCode(303)
                .header("Location", endsWith(block + "?lang=en"));
    }

    @Test
    void what_was_marked_stays_when_a_split_is_refused() {
        merge();
        enrol(school, document("D-2")).statusCode(201);
        String split = "/" + byDocument + "/split";
        String box = only(
                shown(split, Map.of("reason", "two people")), "name=\"(enrolment-[^\"]+)\"[^>]*> <span>D-2: give it");

        String refused = refused(split, Map.of("reason", "", box, "true"));

        assertThat(hidden(refused)).containsEntry(box, "true");
    }

    @Test
    void a_person_is_erased_after_what_goes_and_what_remains_was_shown() {
        String erasure = "/" + byIin + "/erasure";
        String shown = shown(erasure, Map.of("reason", "requested", "explanation", "Letter 114"));
        assertThat(shown)
                .contains(
                        school + ": enrolments 1, completions 0",
                        "references in events: for ever",
                        "This cannot be undone")
                .containsPattern("backups: until ");
        assertThat(page("/" + byIin)).contains("A number is held");

        confirm(erasure, shown).statusCode(303).header("Location", endsWith("/persons/" + byIin + "/erasure?lang=en"));
        confirm(erasure, shown).statusCode(303);

        await().untilAsserted(() -> assertThat(page(erasure)).containsPattern("id=\"state\">Erased on "));
        assertThat(page("/" + byIin))
                .contains("This person is erased", "No number is held")
                .doesNotContain("id=\"erase\"");
        auditor()
                .get("/v1/erasures?limit=1000")
                .then()
                .body("items.findAll { it.learnerId == '%s' }.reason".formatted(byIin), equalTo(List.of("requested")));
    }

    @Test
    void nobody_but_the_office_opens_or_changes_anything() {
        for (String path :
                List.of("", "/" + byIin, "/" + byIin + "/merge", "/" + byIin + "/block", "/" + byIin + "/erasure")) {
            get(auditor(), path).statusCode(403);
            get(partner(school), path).statusCode(403);
        }
        for (String path : List.of("/merge", "/split", "/block", "/block/lifting", "/erasure")) {
            post(partner(school), "/" + byIin + path, Map.of("reason", "requested", "confirmed", "true"))
                    .statusCode(403);
        }
    }

    private void merge() {
        office().body("""
                        {"absorbed": "%s", "surviving": "%s", "reason": "one person"}""".formatted(byDocument, byIin))
                .post("/v1/learner-merges")
                .then()
                .statusCode(201);
    }

    private String document(String reference) {
        return enrolment(reference, course, "")
                .replace("{\"iin\": \"\"}", "{\"document\": {\"country\": \"KZ\", \"number\": \"" + number + "\"}}");
    }

    private String learner(String enrolment) {
        return enrol(school, enrolment).statusCode(201).extract().path("learnerId");
    }

    private static String page(String path) {
        return get(office(), path).statusCode(200).extract().asString();
    }

    private static ValidatableResponse get(RequestSpecification caller, String path) {
        return caller.get("/persons" + path + "?lang=en").then();
    }

    private static String shown(String path, Map<String, String> form) {
        return send(path, form)
                .statusCode(200)
                .body(containsString("data-state=\"would-do\""))
                .extract()
                .asString();
    }

    private static String refused(String path, Map<String, String> form) {
        return send(path, form)
                .statusCode(200)
                .body(containsString("role=\"alert\""))
                .extract()
                .asString();
    }

    /** Sends what the page offers to be confirmed. */
    private static ValidatableResponse confirm(String path, String shown) {
        return send(path, hidden(shown));
    }

    private static ValidatableResponse send(String path, Map<String, String> form) {
        return post(office(), path, form);
    }

    private static ValidatableResponse post(RequestSpecification caller, String path, Map<String, String> form) {
        return caller.redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/persons" + path + "?lang=en")
                .then();
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> hidden = new HashMap<>();
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .forEach(one -> hidden.put(one.group(1), one.group(2)));
        return hidden;
    }

    private static String only(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(one -> one.group(1))
                .findFirst()
                .orElseThrow();
    }
}

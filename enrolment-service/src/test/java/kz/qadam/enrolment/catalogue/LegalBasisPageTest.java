package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;

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

/** An institution declares on a page on which basis it sends the people of a cohort. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LegalBasisPageTest {

    private static final Map<String, String> REPRESENTATIVES =
            Map.of("basis", "consent-of-representative", "since", "15.01.2026", "document", "Form 3");

    private String school;

    @BeforeEach
    void a_school_has_enrolled_a_pupil_and_declared_nothing() {
        school = school();
        enrolled(school, enrolment("E-1", course(), People.iin()));
    }

    @Test
    void what_is_missing_is_said_of_the_cohorts_in_which_somebody_is_enrolled() {
        assertThat(page(administrator(school), ""))
                .containsPattern("(?s)data-cohort=\"pupils\">.{1,200}class=\"fault\">The basis is missing")
                .containsPattern("(?s)data-cohort=\"students\">.{1,200}Nobody of this cohort is enrolled");

        declare();

        assertThat(page(administrator(school), ""))
                .containsPattern("(?s)data-cohort=\"pupils\">.{1,200}A basis is in force")
                .contains("the consent of the legal representative, since 15 January 2026: Form 3");
    }

    @Test
    void a_basis_is_shown_first_and_then_declared() {
        String shown = shown(REPRESENTATIVES);
        assertThat(shown).contains(">the consent of the legal representative</td>", ">15 January 2026</td>");
        declarations().body("items", empty());

        confirm(shown).statusCode(303).header("Location", endsWith("/bases?lang=en&institution=" + school));
        confirm(shown).statusCode(303);

        declarations()
                .body("items.basis", contains("consent-of-representative"))
                .body("items.since", contains("2026-01-15"));
    }

    @Test
    void what_somebody_has_declared_in_between_is_shown_and_not_replaced() {
        String shown = shown(Map.of("basis", "law", "since", "2026-02-01", "document", "Article 9"));
        declare();

        String again = confirm(shown).statusCode(200).extract().asString();

        assertThat(again)
                .contains("data-state=\"would-do-other\"")
                .containsPattern("<td[^>]*>Form 3</td><td[^>]*>Article 9</td>");
        declarations().body("items.version", contains(1));
        confirm(again).statusCode(303);
        declarations().body("items.basis", contains("consent-of-representative", "law"));
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        String refused = send(administrator(school), Map.of("basis", "consent", "since", "soon"))
                .statusCode(200)
                .body(containsString("role=\"alert\""))
                .extract()
                .asString();

        assertThat(refused)
                .contains("id=\"basis-fault\">Basis: people of the cohort pupils are minors")
                .contains("id=\"since-fault\">First day is not a date", "id=\"document-fault\">Document is missing")
                .contains("value=\"consent\" checked")
                .doesNotContain("id=\"confirm\"");
    }

    @Test
    void the_office_declares_for_an_institution_that_it_names() {
        assertThat(page(office(), "")).contains("Which institution?");
        assertThat(page(office(), "&institution=nowhere-0")).contains("The catalogue has no such institution");
        assertThat(page(office(), "&institution=" + school)).contains("data-cohort=\"pupils\"");

        Map<String, String> form = new HashMap<>(REPRESENTATIVES);
        form.put("confirmed", "0");
        send(office(), form).statusCode(303);

        declarations().body("items.declaredBy", contains("office"));
    }

    @Test
    void a_partner_reads_and_does_not_declare_and_nobody_sees_that_of_others() {
        assertThat(page(partner(school), "")).contains("The basis is missing").doesNotContain("/bases/pupils");
        send(partner(school), REPRESENTATIVES).statusCode(403);
        String other = school();
        get(administrator(other), "", "&institution=" + school).statusCode(403);
        send(administrator(other), REPRESENTATIVES).statusCode(403);
        get(auditor(), "", "").statusCode(403);
    }

    private void declare() {
        confirm(shown(REPRESENTATIVES)).statusCode(303);
    }

    private ValidatableResponse declarations() {
        return auditor().get("/v1/institutions/" + school + "/bases").then().statusCode(200);
    }

    private static String page(RequestSpecification caller, String query) {
        return get(caller, "", query).statusCode(200).extract().asString();
    }

    private static ValidatableResponse get(RequestSpecification caller, String path, String query) {
        return caller.get("/bases" + path + "?lang=en" + query).then();
    }

    private String shown(Map<String, String> form) {
        return send(administrator(school), form)
                .statusCode(200)
                .body(containsString("data-state=\"would-do\""))
                .extract()
                .asString();
    }

    /** Sends what the page offers to be confirmed. */
    private ValidatableResponse confirm(String shown) {
        Map<String, String> form = new HashMap<>();
        Pattern.compile("<(?:input type=\"hidden\"|button id=\"confirm\") name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(shown)
                .results()
                .forEach(one -> form.put(one.group(1), one.group(2)));
        return send(administrator(school), form);
    }

    private ValidatableResponse send(RequestSpecification caller, Map<String, String> form) {
        return caller.redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/bases/pupils?lang=en&institution=" + school)
                .then();
    }
}

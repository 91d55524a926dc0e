package kz.qadam.enrolment.erasure;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

/** An institution sees on a page which references it has to forget, and confirms it. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ErasureTaskPageTest extends LearnerToErase {

    private static final String PAGE = "/erasure-tasks?lang=en";

    @Test
    void a_task_is_confirmed_after_a_question_and_is_gone() {
        erased();
        String task = task();
        assertThat(page(school)).contains("data-task=\"" + task + "\"").contains("<code>E-1</code>");

        String asked = confirm(school, task, Map.of("outcome", "kept-by-law"))
                .statusCode(200)
                .extract()
                .asString();
        assertThat(asked).contains("Does a law oblige you to keep them?").contains("value=\"kept-by-law\"");
        assertThat(page(school)).contains(task);

        confirm(school, task, Map.of("outcome", "kept-by-law", "confirmed", "true"))
                .statusCode(303)
                .header("Location", endsWith("/erasure-tasks?lang=en"));
        assertThat(page(school)).contains("There is nothing to forget.").doesNotContain(task);
        partner(school).get("/v1/erasure-tasks").then().body("items[0].outcome", equalTo("kept-by-law"));
        confirm(school, task, Map.of("outcome", "forgotten")).statusCode(303);
    }

    @Test
    void who_confirms_another_outcome_later_is_told_what_was_confirmed() {
        erased();
        String task = task();
        confirm(school, task, Map.of("outcome", "forgotten", "confirmed", "true"))
                .statusCode(303);
        confirm(school, task, Map.of("outcome", "forgotten", "confirmed", "true"))
                .statusCode(303);

        String answer = confirm(school, task, Map.of("outcome", "kept-by-law", "confirmed", "true"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answer).contains("role=\"alert\"", "was confirmed otherwise before", "Forgotten");
        partner(school).get("/v1/erasure-tasks").then().body("items[0].outcome", equalTo("forgotten"));
    }

    @Test
    void nobody_else_sees_or_confirms_it() {
        erased();
        String other = school();

        assertThat(page(other)).contains("There is nothing to forget.");
        confirm(other, task(), Map.of("outcome", "forgotten", "confirmed", "true"));
        auditor().get(PAGE).then().statusCode(403);
        assertThat(page(school)).contains(task());
    }

    @Test
    void the_office_sees_which_institution_has_not_forgotten_and_confirms_for_it() {
        erased();
        String task = task();
        assertThat(office().get(PAGE).then().statusCode(200).extract().asString())
                .contains(task, "<code>" + school + "</code>");

        confirm(office(), task, Map.of("outcome", "forgotten", "confirmed", "true"))
                .statusCode(303);

        assertThat(page(school)).doesNotContain(task);
    }

    @Test
    void an_outcome_that_does_not_exist_is_refused() {
        erased();

        assertThat(confirm(school, task(), Map.of("outcome", "lost", "confirmed", "true"))
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("role=\"alert\"")
                .contains(task());
    }

    private String task() {
        return partner(school).get("/v1/erasure-tasks").path("items[0].id");
    }

    private static String page(String institution) {
        return partner(institution).get(PAGE).then().statusCode(200).extract().asString();
    }

    private static ValidatableResponse confirm(String institution, String task, Map<String, String> form) {
        return confirm(partner(institution), task, form);
    }

    private static ValidatableResponse confirm(RequestSpecification caller, String task, Map<String, String> form) {
        return caller.redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/erasure-tasks/" + task + "/confirmation?lang=en")
                .then();
    }
}

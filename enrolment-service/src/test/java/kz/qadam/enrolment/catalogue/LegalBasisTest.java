package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.put;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.catalogue.LegalBasisFixture.basis;
import static kz.qadam.enrolment.catalogue.LegalBasisFixture.declare;
import static kz.qadam.enrolment.catalogue.LegalBasisFixture.declared;
import static kz.qadam.enrolment.catalogue.LegalBasisFixture.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LegalBasisTest {

    private static final String REPRESENTATIVES = basis("consent-of-representative", "2026-01-15");

    private String school;

    @BeforeEach
    void open() {
        school = school();
    }

    @Test
    void an_administrator_declares_the_basis_of_its_institution() {
        declare(administrator(school), school, "pupils", null, REPRESENTATIVES)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("basis", equalTo("consent-of-representative"))
                .body("since", equalTo("2026-01-15"))
                .body("declaredBy", notNullValue());
    }

    @Test
    void each_declaration_stays_on_record() {
        declared(school, "pupils", "consent-of-representative", "2026-01-15");

        declare(office(), school, "pupils", "\"1\"", basis("law", "2026-09-01")).statusCode(200);

        auditor()
                .get("/v1/institutions/" + school + "/bases")
                .then()
                .body("items.basis", contains("consent-of-representative", "law"))
                .body("items.version", contains(1, 2));
    }

    @Test
    void the_newest_declaration_of_a_cohort_is_read_back_as_it_can_be_sent_again() {
        declared(school, "pupils", "consent-of-representative", "2026-01-15");

        partner(school)
                .get(path(school, "pupils"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("document", equalTo("Form 3 of order No. 17"));
    }

    @Test
    void the_same_declaration_sent_twice_changes_nothing() {
        declared(school, "pupils", "consent-of-representative", "2026-01-15");

        declare(administrator(school), school, "pupils", "\"1\"", REPRESENTATIVES)
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void a_declaration_is_not_replaced_without_a_tag() {
        declared(school, "pupils", "consent-of-representative", "2026-01-15");

        declare(office(), school, "pupils", null, basis("law", "2026-09-01")).statusCode(428);
    }

    @Test
    void a_declaration_is_not_replaced_by_who_has_seen_another() {
        declared(school, "pupils", "consent-of-representative", "2026-01-15");

        declare(office(), school, "pupils", "\"7\"", basis("law", "2026-09-01")).statusCode(412);
    }

    @Test
    void minors_do_not_consent_for_themselves() {
        declare(office(), school, "pupils", null, basis("consent", "2026-01-15"))
                .statusCode(422)
                .body("errors.code", contains("minors-cannot-consent"))
                .body("errors.pointer", contains("/basis"));
    }

    @Test
    void adults_consent_for_themselves() {
        declare(office(), school, "students", null, basis("consent", "2026-01-15"))
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"1999-12-31, too-early", "2999-01-01, too-far-ahead"})
    void a_day_out_of_range_is_refused(String since, String code) {
        declare(office(), school, "students", null, basis("law", since))
                .statusCode(422)
                .body("errors.code", contains(code));
    }

    @Test
    void an_administrator_declares_nothing_for_another_institution() {
        declare(administrator(school()), school, "pupils", null, REPRESENTATIVES)
                .statusCode(403)
                .body("type", endsWith("/problems/not-yours"));
    }

    @Test
    void a_partner_sees_no_declaration_of_another_institution() {
        declared(school, "pupils", "consent-of-representative", "2026-01-15");

        partner(school()).get(path(school, "pupils")).then().statusCode(403);
    }

    @Test
    void a_program_of_the_institution_declares_nothing() {
        declare(partner(school), school, "pupils", null, REPRESENTATIVES).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"nowhere-0, pupils", "'', nobody"})
    void an_unknown_institution_or_cohort_is_not_found(String institution, String cohort) {
        declare(office(), institution.isEmpty() ? school : institution, cohort, null, REPRESENTATIVES)
                .statusCode(404);
    }

    @Test
    void what_was_declared_is_published_with_the_institution_and_without_the_document() {
        declared(school, "pupils", "consent-of-representative", "2026-01-15");

        await().untilAsserted(() -> assertThat(Published.about("institution/" + school))
                .anySatisfy(event -> {
                    assertThat(event.data().get("version").asInt()).isEqualTo(2);
                    assertThat(event.data().get("bases").toString()).isEqualTo("""
                            [{"cohort":"pupils","basis":"consent-of-representative","since":"2026-01-15"}]""");
                    assertThat(event.json()).doesNotContain("Form 3");
                    assertThat(Contracts.faults(event.type(), event.json())).isEmpty();
                }));
    }

    @Test
    void a_later_description_of_the_institution_keeps_what_it_declared() {
        declared(school, "pupils", "consent-of-representative", "2026-01-15");

        put("/v1/institutions/" + school, "\"2\"", institution("closed", "null"))
                .statusCode(200)
                .header("ETag", "\"3\"");

        await().untilAsserted(() -> assertThat(Published.about("institution/" + school))
                .anySatisfy(event -> {
                    assertThat(event.data().get("status").asText()).isEqualTo("closed");
                    assertThat(event.data().get("bases")).hasSize(1);
                }));
    }
}

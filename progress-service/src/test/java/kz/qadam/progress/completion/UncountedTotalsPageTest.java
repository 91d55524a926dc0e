package kz.qadam.progress.completion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office sees which institutions have sent what does not count. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class UncountedTotalsPageTest {

    private static final String PAGE = "/waiting/counts";

    private final Partner school = Partner.school();

    @Inject
    Database database;

    @BeforeEach
    void a_school_has_sent_what_does_not_count() {
        Neighbours.describeCatalogue();
        school.enrols("E", UUID.randomUUID(), "pupils", "AI-101");
        school.completes("lost-1", "Z-1", "2026-03-01");
        school.completes("lost-2", "Z-2", "2026-03-01");
        school.completes("early", "E", "2026-01-09");
        await().untilAsserted(() -> assertThat(table("office"))
                .containsPattern(school.institution() + ";enrolment-unknown;2;")
                .containsPattern(school.institution() + ";before-enrolment;1;"));
    }

    @Test
    void the_office_sees_each_cause_in_words() {
        assertThat(Office.get("office", PAGE + "?lang=en")
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("<th scope=\"row\">" + school.institution() + "</th>", "Their enrolment is not known");
    }

    @Test
    void the_office_of_a_region_sees_the_institutions_that_have_enrolled_somebody_there() {
        assertThat(ofRegion("KZ-75")).contains(school.institution() + ";enrolment-unknown;2;");
        assertThat(ofRegion("KZ-99")).doesNotContain(school.institution());
    }

    @Test
    void a_region_counts_nothing_of_an_enrolment_in_another_region() throws Exception {
        enrols("KZ-71", 1);

        assertThat(ofRegion("KZ-71"))
                .contains(school.institution() + ";enrolment-unknown;2;")
                .doesNotContain(school.institution() + ";before-enrolment");
        assertThat(ofRegion("KZ-75")).contains(school.institution() + ";before-enrolment;1;");
    }

    @Test
    void that_an_institution_has_enrolled_nobody_there_is_known_without_reading_its_enrolments() throws Exception {
        enrols("KZ-75", 5_000);

        assertThat(database.<List<String>>transaction(handle -> {
                    handle.getConfig(SqlStatements.class).setTemplateEngine((sql, context) -> "explain " + sql);
                    return UncountedTotal.question(handle, AccessScope.ofRegion("KZ-99"), 10)
                            .mapTo(String.class)
                            .list();
                }))
                .anyMatch(line -> line.matches(".*Index Cond: \\(+region = .*"))
                .noneMatch(line -> line.matches(".*Filter: \\(+region = .*"));
    }

    private void enrols(String region, int people) throws SQLException {
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into enrolment (id, version, institution, reference, learner_id, course, cohort, region, enrolled_on)
                    select gen_random_uuid(), 1, '%s', 'E-' || i, gen_random_uuid(), 'AI-101', 'pupils', '%s', '2026-01-10'
                      from generate_series(1, %d) as i;
                    analyze enrolment;
                    """.formatted(school.institution(), region, people));
        }
    }

    @Test
    void who_is_a_partner_too_sees_nothing_of_others() {
        String both = Tokens.unusual().withRolesIn("KZ-75", Partner.school().institution(), "partner", "region-office");

        given().auth().oauth2(both).get(PAGE).then().statusCode(403);
    }

    @Test
    void no_institution_sees_what_others_have_sent() {
        school.get(PAGE).statusCode(403);
        Office.get("auditor", PAGE).statusCode(403);
    }

    private static String table(String role) {
        return Office.get(role, PAGE + "/table").statusCode(200).extract().asString();
    }

    private static String ofRegion(String region) {
        return given().auth()
                .oauth2(Tokens.of("region-office", region))
                .get(PAGE + "/table")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}

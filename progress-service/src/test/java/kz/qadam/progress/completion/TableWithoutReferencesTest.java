package kz.qadam.progress.completion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school that has no references of its own sends the table on that it got for its enrolments. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TableWithoutReferencesTest {

    private static final String ENROLMENT = "e-" + "abcdefghijklmnop".repeat(2);

    private static final String TABLE = """
            \uFEFFenrolment;completedOn;_course;_cohort;_enrolledOn;_аты;_line
            %s;31.05.2026;AI-101;pupils;01.02.2026;Айша;2
            """.formatted(ENROLMENT);

    private final Partner school = Partner.school();

    @BeforeAll
    static void programme() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
    }

    @BeforeEach
    void open() {
        school.hasEnrolled(ENROLMENT, UUID.randomUUID());
    }

    private ValidatableResponse sends(String table, String query) {
        return school.send("/v1/completions/batch" + query, "text/csv", table.getBytes(UTF_8))
                .statusCode(207);
    }

    @Test
    void it_is_taken_as_it_is_and_sending_it_again_changes_nothing() {
        sends(TABLE, "?dryRun=true").body("accepted", equalTo(1)).body("results.reference", everyItem(nullValue()));
        sends(TABLE, "")
                .body("accepted", equalTo(1))
                .body("results.reference", everyItem(matchesPattern("x-[a-p]{32}")));
        sends(TABLE, "").body("duplicate", equalTo(1));
    }

    @Test
    void an_enrolment_has_one_completion_by_this_way_also_if_its_id_names_it() {
        sends(TABLE, "");
        String id = school.get("/v1/completions?status=accepted").extract().path("items[0].enrolmentId");

        sends(TABLE.replace(ENROLMENT, id), "").body("duplicate", equalTo(1));
        sends(TABLE.replace("31.05", "30.05"), "").body("conflict", equalTo(1));
    }

    @Test
    void a_completion_of_an_enrolment_that_comes_later_waits_for_it() {
        sends("enrolment;completedOn\nE-later;31.05.2026\nE-later;31.05.2026\n", "")
                .body("results.status", contains("pending", "duplicate"));
    }

    @Test
    void a_table_with_the_column_needs_a_reference_in_each_row() {
        sends("reference;enrolment;completedOn\n;E-1;31.05.2026\n", "")
                .body("results[0].problem.errors.code", contains("missing"));
    }
}

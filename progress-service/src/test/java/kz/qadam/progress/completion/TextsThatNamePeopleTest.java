package kz.qadam.progress.completion;

import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What names a person is accepted in no text. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TextsThatNamePeopleTest {

    private static final String NAME = "Ахметова Айгерім";

    @Inject
    Database database;

    private Partner school;

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @BeforeEach
    void open() {
        school = Partner.school();
    }

    @Test
    void all_texts_of_a_new_completion_that_name_a_person_are_rejected() {
        school.post("/v1/completions", """
                        {"reference":"%s","enrolment":"8 701 123 45 67","completedOn":"2026-05-31","certificate":"a@example.kz"}
                        """.formatted(NAME))
                .statusCode(422)
                .body("errors.pointer", contains("/reference", "/enrolment", "/certificate"))
                .body("errors.code", contains("looks-personal", "looks-personal", "looks-personal"));
    }

    @Test
    void rows_of_digits_are_codes_also_if_a_telephone_has_such_a_number() {
        school.post("/v1/completions", """
                        {"reference":"2026-1-9172-651342","enrolment":"87011234567","completedOn":"2026-05-31",\
                        "certificate":"917-265-1342"}
                        """).statusCode(201);
    }

    @Test
    void the_row_of_a_table_that_names_a_person_is_rejected_alone() {
        school.csv("/v1/completions/batch", """
                        reference,enrolment,completedOn,certificate
                        C-1,E-1,2026-05-31,Ospanov Dias
                        C-2,E-2,2026-05-31,AI-101/36/000231
                        """)
                .body("results.status", contains("rejected", "pending"))
                .body("results[0].problem.errors.column", contains("certificate"));
    }

    @Test
    void a_dry_run_rejects_a_name_too() {
        school.post("/v1/completions?dryRun=true", """
                        {"reference":"%s","enrolment":"E","completedOn":"2026-05-31"}
                        """.formatted(NAME))
                .statusCode(422)
                .body("errors.code", contains("looks-personal"));
    }

    @Test
    void a_revocation_does_not_say_whom_it_concerns() {
        school.completes("C", "E", "2026-05-31");

        school.post("/v1/revocations", """
                        {"completion":"C","reason":"entered for %s"}
                        """.formatted(NAME)).statusCode(422).body("errors.pointer", contains("/reason"));
    }

    @Test
    void a_correction_does_not_say_whom_it_concerns() {
        school.completes("C", "E", "2026-05-31");

        school.post("/v1/corrections", """
                        {"completion":"C","completedOn":"2026-05-30","reason":"entered for %s"}
                        """.formatted(NAME)).statusCode(422).body("errors.pointer", contains("/reason"));
    }

    /** Such references were accepted once; nobody can send one any more, and the completion has an id. */
    @Test
    void a_completion_that_has_a_name_as_its_reference_is_corrected_and_revoked_by_its_id() {
        school.completes("C", "E", "2026-05-31");
        String id = school.idOf("C");
        database.transaction(
                handle -> handle.execute("update completion set reference = ? where id = ?::uuid", NAME, id));

        school.corrects(id, "\"completedOn\":\"2026-05-30\"").statusCode(200);
        school.revokes(id).statusCode(200);

        school.get("/v1/completions")
                .body("items.reference", contains(NAME))
                .body("items.completedOn", contains("2026-05-30"))
                .body("items.status", contains("revoked"));
    }
}

package kz.qadam.enrolment.keys;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An institution sees when its last file of enrolments came, and which of its keys were used last. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentsLastTest {

    private static final String PANEL = "/desk/panels/enrolment/last?lang=en";

    private String school;

    @BeforeEach
    void open() {
        school = school();
    }

    @Test
    void a_file_has_its_name_and_its_time() {
        assertThat(panel(partner(school))).contains("No file of enrolments yet");

        DatabaseFixture.execute("""
                insert into import_job (id, kind, sender, file_name, separator, status, created_at, expires_at)
                values ('%s', 'enrolments', '%s', 'group-7.csv', ',', 'finished', '2026-05-31 03:55Z', now() + interval '1 day')
                """.formatted(UUID.randomUUID(), school));

        assertThat(panel(partner(school)))
                .contains("<a href=\"/enrolment-files?lang=en\">File of enrolments: group-7.csv</a>")
                .contains("31 May 2026, 08:55");
    }

    @Test
    void the_three_keys_that_were_used_last_have_their_names_the_newest_first() {
        used("Register", 1);
        used("Moodle", 2);
        used("Sheets", 3);
        used("Old", 0);

        assertThat(panel(administrator(school)))
                .containsPattern("Key: Sheets</a>[^§]*Key: Moodle</a>[^§]*Key: Register</a>")
                .doesNotContain("Key: Old");
        assertThat(panel(administrator(school()))).doesNotContain("Key:");
    }

    @Test
    void who_makes_no_keys_sees_when_any_was_used() {
        used("Register", 1);

        assertThat(panel(partner(school)))
                .contains("A program, with a key</span>")
                .doesNotContain("Register");
        assertThat(panel(office())).contains("Nothing yet.");
    }

    private static String panel(RequestSpecification who) {
        return who.get(PANEL).then().statusCode(200).extract().asString();
    }

    private void used(String label, int day) {
        String id = KeyFixture.make(school, "{\"label\": \"%s\"}".formatted(label))
                .statusCode(201)
                .extract()
                .path("id");
        DatabaseFixture.execute(
                "insert into key_use (key_id, last_used_at) values ('%s', timestamptz '2026-05-01 00:00Z' + interval '%d days')"
                        .formatted(id, day));
    }
}

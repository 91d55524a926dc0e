package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.enrolments.SentFiles.HEADER;
import static kz.qadam.enrolment.enrolments.SentFiles.PATH;
import static kz.qadam.enrolment.enrolments.SentFiles.finished;
import static kz.qadam.enrolment.enrolments.SentFiles.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ImportsByWhomTest {

    private SentFiles files;

    @BeforeEach
    void open() {
        files = SentFiles.ofASchool();
    }

    @Test
    void other_senders_see_nothing_of_a_file() {
        String job = files.sent(HEADER + files.row("E-1", "none"));
        files.finished(job);

        for (var somebody : List.of(partner(school()), office())) {
            for (String part : List.of("", "/stream", "/errors.csv")) {
                somebody.get(job + part).then().statusCode(404);
            }
            assertThat(somebody.get(PATH + "?limit=1000").<List<String>>path("items.id"))
                    .doesNotContain(job.substring(PATH.length() + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/stream", "/errors.csv"})
    void who_sends_no_files_sees_nothing_of_one(String part) {
        String job = files.sent(HEADER + files.row("E-1", "none"));

        auditor().get(job + part).then().statusCode(403);
        anybody().get(job + part).then().statusCode(401);
    }

    @Test
    void only_partners_and_the_office_send_files() {
        send(auditor(), HEADER).statusCode(403);
        send(anybody(), HEADER).statusCode(401);
    }

    @Test
    void the_office_sends_for_any_institution_and_names_it_in_each_row() {
        String other = school();
        String file = "institution;" + HEADER
                + files.school() + ";" + files.row("E-1")
                + other + ";" + files.row("E-1")
                + ";" + files.row("E-2");

        String job = send(office(), file).statusCode(202).extract().header("Location");

        assertThat(finished(office(), job).getInt("accepted")).isEqualTo(2);
        partner(other).get("/v1/enrolments?reference=E-1").then().body("items.institution", contains(other));
        files.partner().get(job).then().statusCode(404);
    }

    @Test
    void a_partner_cannot_send_for_another_institution() {
        JsonPath job = files.finished(files.sent("institution;" + HEADER + school() + ";" + files.row("E-1")));

        assertThat(job.getInt("rejected")).isEqualTo(1);
    }

    @Test
    void files_are_listed_with_the_newest_first_page_by_page() {
        String first = files.sent(HEADER + files.row("E-1"));
        String second = files.sent(HEADER + files.row("E-2"));

        JsonPath page = files.partner().get(PATH + "?limit=1").jsonPath();
        JsonPath next = files.partner()
                .get(PATH + "?limit=1&cursor=" + page.getString("cursor"))
                .jsonPath();

        assertThat(second).endsWith(page.getString("items[0].id"));
        assertThat(first).endsWith(next.getString("items[0].id"));
    }

    @Test
    void a_list_of_all_files_has_no_cursor() {
        files.sent(HEADER + files.row("E-1"));

        files.partner().get(PATH).then().body("cursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/0199",
                "/00000000-0000-0000-0000-000000000000",
                "/00000000-0000-0000-0000-000000000000/errors.csv"
            })
    void what_was_never_sent_is_not_found(String job) {
        files.partner().get(PATH + job).then().statusCode(404).contentType("application/problem+json");
    }
}

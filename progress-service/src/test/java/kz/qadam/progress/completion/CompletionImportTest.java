package kz.qadam.progress.completion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CompletionImportTest {

    private static final String PATH = "/v1/completion-imports";
    private static final String HEADER = "reference,enrolment,completedOn\n";
    private static final List<String> VERDICTS =
            List.of("accepted", "pending", "refused", "duplicate", "conflict", "rejected");

    private final Partner school = Partner.school();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void every_row_is_counted_by_what_became_of_it_and_tallied_as_received() {
        school.hasEnrolled("E", UUID.randomUUID());

        JsonPath job = finished(sent(HEADER + """
                C-1,E,2026-05-31
                C-2,none yet,2026-05-31
                C-3,E,2026-01-01
                C-1,E,31.05.2026
                C-1,E,2026-05-30
                C-4,E,2126-01-01
                C-5,E,05/31/2026
                """));

        assertThat(VERDICTS).extracting(job::getInt).containsExactly(1, 1, 1, 1, 1, 2);
        await().untilAsserted(
                        () -> assertThat(tallied()).extracting(JsonNode::asInt).containsExactly(1, 1, 1, 1, 1, 2));
        assertThat(errors(job))
                .contains("C-1,E,2026-05-30,6,conflict,", "C-4,", "C-5,")
                .doesNotContain("C-2,", "C-3,");
    }

    @Test
    void the_completions_of_a_file_count_when_their_enrolments_come() {
        UUID learner = UUID.randomUUID();
        finished(sent(HEADER + "C-1,E,2026-05-31\n"));

        school.enrols("E", learner, "pupils", "AI-101");

        await().untilAsserted(() -> assertThat(school.statusOf("C-1")).isEqualTo("accepted"));
        await().untilAsserted(
                        () -> assertThat(Published.about(learner + "/pupils")).hasSize(1));
    }

    @Test
    void a_row_that_the_database_refuses_hurts_itself_alone_and_is_tallied_as_rejected() {
        Records.change("alter table completion add constraint unkeepable check (reference <> 'unkeepable') not valid");

        JsonPath job = finished(sent(HEADER + rows("C", 300) + "unkeepable,E,2026-05-31\n" + rows("D", 300)));

        assertThat(VERDICTS).extracting(job::getInt).containsExactly(0, 600, 0, 0, 0, 1);
        await().untilAsserted(
                        () -> assertThat(tallied()).extracting(JsonNode::asInt).containsExactly(0, 600, 0, 0, 0, 1));
        assertThat(errors(job)).contains("unkeepable,");
    }

    @Test
    void a_batch_keeps_the_other_rows_where_the_database_refuses_one() {
        Records.change("alter table completion add constraint unbatched check (reference <> 'unbatched') not valid");

        school.csv("/v1/completions/batch", HEADER + "C-1,E,2026-05-31\nunbatched,E,2026-05-31\nC-2,E,2026-05-31\n")
                .statusCode(207)
                .body("results.status", contains("pending", "rejected", "pending"))
                .body("results[1].problem.errors.code", contains("cannot-be-kept"));
    }

    @Test
    void files_of_many_senders_at_once_are_each_taken_in_to_the_last_row() {
        List<Partner> schools =
                IntStream.range(0, 5).mapToObj(i -> Partner.school()).toList();

        List<String> jobs = schools.stream()
                .map(sender -> sent(sender, HEADER + rows("C", 3_500)))
                .toList();

        for (int i = 0; i < 5; i++) {
            assertThat(finished(schools.get(i), jobs.get(i)).getInt("pending")).isEqualTo(3_500);
        }
    }

    @Test
    void the_rows_that_were_not_kept_are_mended_and_sent_again() {
        String errors = errors(finished(sent(HEADER + "C-1,E,31/05/2026\nC-2,E,2026-05-31\n")));

        JsonPath mended = finished(sent(errors.replace("31/05/2026", "31.05.2026")));

        assertThat(mended.getInt("received")).isEqualTo(1);
        assertThat(mended.getInt("pending")).isEqualTo(1);
    }

    @Test
    void a_file_is_its_senders_alone() {
        String job = sent(HEADER + "C-1,E,31/05/2026\n");
        finished(job);

        as(Partner.school()).get(job).then().statusCode(404);
        as(Partner.school()).get(job + "/errors.csv").then().statusCode(404);
        given().auth().oauth2(Tokens.of("office")).get(job).then().statusCode(404);
        as(Partner.school()).get(PATH).then().body("items", empty());
    }

    @Test
    void an_institution_that_is_not_active_sends_no_file() {
        Neighbours.describeInstitution(school.institution(), 1, "suspended");

        await().untilAsserted(() -> as(school)
                .contentType("text/csv; charset=UTF-8")
                .body(HEADER + "C-1,E,2026-05-31\n")
                .post(PATH)
                .then()
                .statusCode(403));

        as(Partner.school())
                .contentType("text/csv; charset=UTF-8")
                .body(HEADER + "C-1,E,2026-05-31\n")
                .post(PATH)
                .then()
                .statusCode(202);
    }

    /** The newest tally of the school, by verdict. */
    private List<JsonNode> tallied() {
        List<PublishedEvent> tallies = Published.all().stream()
                .filter(event -> event.subject().startsWith(school.institution() + "/"))
                .toList();
        assertThat(tallies).isNotEmpty();
        JsonNode newest = tallies.get(tallies.size() - 1).data();
        assertThat(newest.get("received").asInt())
                .isEqualTo(
                        VERDICTS.stream().mapToInt(v -> newest.get(v).asInt()).sum());
        return VERDICTS.stream().map(newest::get).toList();
    }

    private static String rows(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> name + "-" + i + ",E-" + i + ",2026-05-31\n")
                .collect(Collectors.joining());
    }

    private static RequestSpecification as(Partner sender) {
        return given().auth().oauth2(Tokens.of("partner", sender.institution()));
    }

    private String sent(String csv) {
        return sent(school, csv);
    }

    private static String sent(Partner sender, String csv) {
        return as(sender)
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private JsonPath finished(String job) {
        return finished(school, job);
    }

    private static JsonPath finished(Partner sender, String job) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as(sender).get(job).path("status").equals("finished"));
        return as(sender).get(job).jsonPath();
    }

    private String errors(JsonPath job) {
        return as(school).get(job.getString("errors")).asString();
    }
}

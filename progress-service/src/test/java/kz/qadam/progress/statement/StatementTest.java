package kz.qadam.progress.statement;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementTest {

    private static final long SEED = 20_260_501;

    @Inject
    StatementPermits permits;

    private final Partner school = Partner.school();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @BeforeEach
    void enrolled() {
        school.enrols("E", UUID.randomUUID(), "pupils", "AI-101");
        await().untilAsserted(
                        () -> school.post("/v1/completions?dryRun=true", """
                        {"reference":"probe","enrolment":"E","completedOn":"2026-03-01"}
                        """).body("status", equalTo("accepted")));
    }

    @Test
    void the_numbers_add_up_and_each_has_its_list() {
        accepted("kept");
        accepted("revoked");
        accepted("corrected");
        accepted("moved");
        happened(1, "2026-03-15");
        school.revokes("revoked").statusCode(200);
        school.corrects("corrected", "\"completedOn\":\"2026-01-01\"").body("status", equalTo("refused"));
        school.corrects("moved", "\"completedOn\":\"2026-03-02\"").body("status", equalTo("accepted"));
        happened(2, "2026-04-10");
        accepted("new");
        happened("new", 1, "2026-04-11");

        ExtractableResponse<Response> april = statement("2026-04");

        assertThat(numbers(april)).containsExactly(4, 1, 1, -1, 3);
        assertThat(april.<List<String>>path("entries.recorded.reference")).containsExactly("new");
        assertThat(april.<List<String>>path("entries.revoked.reference")).containsExactly("revoked");
        assertThat(april.<String>path("entries.revoked[0].reason")).isNotBlank();
        assertThat(april.<List<Integer>>path("entries.corrected.effect")).containsExactlyInAnyOrder(-1, 0);
        assertThat(april.<String>path("entries.corrected.find { it.reference == 'moved' }.before.completedOn"))
                .isEqualTo("2026-03-01");
        assertThat(april.<Integer>path("notCounting.refused")).isEqualTo(1);
        assertThat(april.<Boolean>path("preliminary")).isFalse();
    }

    @Test
    void what_waited_for_its_enrolment_is_recorded_in_the_month_in_which_that_came() {
        school.completes("C", "E-late", "2026-03-01").statusCode(201);
        school.enrols("E-late", UUID.randomUUID(), "pupils", "AI-101");
        await().untilAsserted(() -> assertThat(school.statusOf("C")).isEqualTo("accepted"));
        happened(1, "2026-03-31");
        happened(2, "2026-04-01");

        assertThat(numbers(statement("2026-03"))).containsExactly(0, 0, 0, 0, 0);
        assertThat(statement("2026-03").<Integer>path("notCounting.pending")).isEqualTo(1);
        assertThat(numbers(statement("2026-04"))).containsExactly(0, 1, 0, 0, 1);
    }

    @Test
    void a_month_begins_at_midnight_in_almaty() {
        accepted("C");
        happenedAt("C", 1, "2026-03-31T18:59:59Z");
        assertThat(numbers(statement("2026-03"))).containsExactly(0, 1, 0, 0, 1);

        happenedAt("C", 1, "2026-03-31T19:00:00Z");

        assertThat(numbers(statement("2026-03"))).containsExactly(0, 0, 0, 0, 0);
    }

    /** Any history: what it opens with is what the month before closed with, and between them is what is listed. */
    @Test
    void the_opening_of_a_month_is_the_closing_of_the_one_before() {
        Random random = new Random(SEED);
        for (int i = 0; i < 12; i++) {
            String reference = "C-" + i;
            accepted(reference);
            int states = random.nextInt(4);
            for (int state = 0; state < states; state++) {
                if (random.nextInt(4) == 0) {
                    school.revokes(reference);
                } else {
                    school.corrects(
                            reference,
                            "\"completedOn\":\"%s\""
                                    .formatted(random.nextBoolean() ? "2026-01-01" : "2026-03-" + (10 + state)));
                }
            }
            int day = 0;
            for (int version = 1; version <= 1 + states; version++) {
                day += random.nextInt(40);
                happened(
                        reference,
                        version,
                        java.time.LocalDate.parse("2026-02-01").plusDays(day).toString());
            }
        }

        List<ExtractableResponse<Response>> months = List.of(
                statement("2026-01"),
                statement("2026-02"),
                statement("2026-03"),
                statement("2026-04"),
                statement("2026-05"),
                statement("2026-06"),
                statement("2026-07"));

        for (int i = 1; i < months.size(); i++) {
            List<Integer> n = numbers(months.get(i));
            assertThat(n.get(0))
                    .as("seed %d", SEED)
                    .isEqualTo(numbers(months.get(i - 1)).get(4));
            assertThat(n.get(0) + n.get(1) - n.get(2) + n.get(3))
                    .as("seed %d", SEED)
                    .isEqualTo(n.get(4));
        }
    }

    @Test
    void as_a_table_it_goes_from_the_opening_to_the_closing_with_the_balance_after_each_entry() {
        accepted("=1+1");
        happened("=1+1", 1, "2026-04-10");

        List<String> lines = school.getCsv("/v1/statements/" + school.institution() + "?month=2026-04")
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("entry,at,reference");
        assertThat(lines.get(1)).startsWith("opening,").contains(",0,");
        assertThat(lines.get(2)).startsWith("recorded,").contains("'=1+1").contains(",1,1,");
        assertThat(lines.get(3)).startsWith("closing,").contains(",1,");
    }

    @Test
    void it_comes_in_pages_under_the_numbers_of_the_month() {
        for (String reference : List.of("C-1", "C-2", "C-3")) {
            accepted(reference);
        }
        happened(1, "2026-04-10");
        school.revokes("C-2").statusCode(200);
        happened(2, "2026-04-10");

        List<String> listed = new ArrayList<>();
        String next = "/v1/statements/" + school.institution() + "?month=2026-04&limit=2";
        while (next != null) {
            ExtractableResponse<Response> page =
                    school.get(next).statusCode(200).extract();
            assertThat(numbers(page)).containsExactly(0, 3, 1, 0, 2);
            List<String> recorded = page.path("entries.recorded.reference");
            List<String> revoked = page.path("entries.revoked.reference");
            assertThat(recorded.size() + revoked.size()).isBetween(1, 2);
            listed.addAll(recorded);
            revoked.forEach(reference -> listed.add("revoked " + reference));
            assertThat(page.<String>path("cursor")).isNotBlank();
            next = next(page);
        }

        assertThat(listed).containsExactly("C-1", "C-2", "C-3", "revoked C-2");
    }

    private static String next(ExtractableResponse<Response> page) {
        String link = page.header("Link");
        return link == null ? null : link.substring(link.indexOf("/v1/"), link.indexOf('>'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "month=%2B999999999-12",
                "month=-999999999-01",
                "month=0000-01",
                "month=2026-5",
                "month=2026-05-01",
                "month=%20",
                "month=2026-05&cursor=x",
                "month=2026-05&cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaIDEgQw",
                "month=2026-05&limit=0",
                "month=2026-05&limit=99999999999999999999"
            })
    void what_names_no_month_and_no_place_is_refused(String query) {
        for (String form : List.of("application/json", "text/csv")) {
            if (form.equals("text/csv") && query.contains("&")) {
                continue;
            }
            given().auth()
                    .oauth2(Tokens.of("partner", school.institution()))
                    .accept(form)
                    .urlEncodingEnabled(false)
                    .get("/v1/statements/" + school.institution() + "?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    /** Were the entries collected first, the database would be done with them while a slow reader reads. */
    @Test
    void a_table_is_written_while_it_is_read() throws IOException {
        accepted("C");
        happened("C", 1, "2026-04-10");
        Records.change("""
                insert into former_completion (id, version, institution, enrolment, status, counts, changed_at, cause, until)
                select id, g, institution, 'x', status, g %% 2 = 0, changed_at, 'corrected', changed_at
                  from completion, generate_series(2, 60000) g where institution = '%s' and reference = 'C'
                """.formatted(school.institution()));
        String path = "/v1/statements/" + school.institution() + "?month=2026-04";
        try (var slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
            slow.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n"
                                    + "Authorization: Bearer " + Tokens.of("partner", school.institution())
                                    + "\r\n\r\n")
                            .getBytes(US_ASCII));
            assertThat(new String(slow.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 200");

            await().untilAsserted(() -> assertThat(Records.count("""
                    select count(*) from pg_stat_activity
                     where datname = current_database() and state = 'idle in transaction'
                       and query like '%completion_state%'
                    """)).isEqualTo(1));
            school.getCsv(path).statusCode(503).header("Retry-After", "1");
            Partner other = Partner.school();
            other.getCsv("/v1/statements/" + other.institution() + "?month=2026-04")
                    .statusCode(200);
        }
        await().untilAsserted(() ->
                assertThatCode(() -> permits.take(school.institution())).doesNotThrowAnyException());
        permits.giveBack(school.institution());
    }

    @Test
    void a_partner_sees_its_own_and_the_auditor_all_that_there_are() {
        String path = "/v1/statements/" + school.institution() + "?month=2026-04";

        Partner.school().get(path).statusCode(403);
        Office.get("auditor", path).statusCode(404);
        accepted("C");
        Office.get("auditor", path).statusCode(200).body("institution", equalTo(school.institution()));
    }

    @Test
    void a_month_that_has_not_begun_or_is_none_is_refused() {
        String path = "/v1/statements/" + school.institution();

        school.get(path).statusCode(400).body("errors.parameter", contains("month"));
        school.get(path + "?month=2026-13").statusCode(400);
        school.get(path + "?month=2126-01").statusCode(422);
        given().auth()
                .oauth2(kz.qadam.local.Tokens.of("partner", school.institution()))
                .accept("text/html")
                .get(path + "?month=2026-04")
                .then()
                .statusCode(406);
    }

    @Test
    void the_month_that_goes_on_is_preliminary() {
        accepted("C");

        String now = java.time.YearMonth.now(java.time.ZoneId.of("Asia/Almaty")).toString();

        assertThat(statement(now).<Boolean>path("preliminary")).isTrue();
        assertThat(statement(now).<Object>path("entries.recorded[0].before")).isNull();
        school.get("/v1/statements/" + school.institution() + "?month=" + now)
                .body("entries.recorded[0].reason", nullValue());
    }

    private void accepted(String reference) {
        school.completes(reference, "E", "2026-03-01").statusCode(201).body("status", equalTo("accepted"));
    }

    private ExtractableResponse<Response> statement(String month) {
        return school.get("/v1/statements/" + school.institution() + "?month=" + month)
                .statusCode(200)
                .extract();
    }

    private static List<Integer> numbers(ExtractableResponse<Response> statement) {
        return List.of(
                statement.path("opening"),
                statement.path("recorded"),
                statement.path("revoked"),
                statement.path("corrected"),
                statement.path("closing"));
    }

    /** That all states of this version are of that day. */
    private void happened(int version, String day) {
        moveTo("true", version, day + "T06:00:00Z");
    }

    private void happened(String reference, int version, String day) {
        happenedAt(reference, version, day + "T06:00:00Z");
    }

    private void happenedAt(String reference, int version, String at) {
        moveTo("c.reference = '" + reference + "'", version, at);
    }

    private void moveTo(String which, int version, String at) {
        String ids = "(select id from completion c where c.institution = '%s' and %s)"
                .formatted(school.institution(), which);
        Records.change("""
                update completion set changed_at = '%3$s' where id in %1$s and version = %2$d;
                update former_completion set changed_at = '%3$s' where id in %1$s and version = %2$d;
                update former_completion set until = '%3$s' where id in %1$s and version = %2$d - 1
                """.formatted(ids, version, at));
    }
}

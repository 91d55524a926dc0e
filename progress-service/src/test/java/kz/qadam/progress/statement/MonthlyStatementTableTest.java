package kz.qadam.progress.statement;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class MonthlyStatementTableTest {

    @Inject
    MonthlyStatementPermits permits;

    private SchoolWithPast school;

    @BeforeEach
    void open() {
        school = SchoolWithPast.open();
    }

    private String path() {
        return school.path("2026-04");
    }

    @Test
    void a_table_goes_from_the_opening_to_the_closing_with_the_balance_after_each_entry() {
        school.accepted("=1+1");
        school.happened("=1+1", 1, "2026-04-10");

        List<String> lines = school.partner()
                .getCsv(path())
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

    /** So long that the network does not hold all of it. */
    private void reportFor60000States() {
        school.accepted("C");
        school.happened("C", 1, "2026-04-10");
        Records.change("""
                insert into former_completion (id, version, institution, enrolment, status, counts, changed_at, cause, until)
                select id, g, institution, 'x', status, g %% 2 = 0, changed_at, 'corrected', changed_at
                  from completion, generate_series(2, 60000) g where institution = '%s' and reference = 'C'
                """.formatted(school.partner().institution()));
    }

    /** Somebody who has asked for the table, and read no more than that it comes. */
    private Socket slowReader() throws IOException {
        var slow = new Socket();
        slow.setReceiveBufferSize(4096);
        slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        slow.getOutputStream()
                .write(("GET " + path() + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n"
                                + "Authorization: Bearer "
                                + Tokens.of("partner", school.partner().institution()) + "\r\n\r\n")
                        .getBytes(US_ASCII));
        assertThat(new String(slow.getInputStream().readNBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 200");
        return slow;
    }

    /** Were the entries collected first, the database would be done with them while a slow reader reads. */
    @Test
    void a_table_is_written_while_it_is_read_and_one_at_a_time_for_an_institution() throws IOException {
        reportFor60000States();

        try (var slow = slowReader()) {
            assertThat(slow.isConnected()).isTrue();
            await().untilAsserted(() -> assertThat(Records.count("""
                    select count(*) from pg_stat_activity
                     where datname = current_database() and state = 'idle in transaction'
                       and query like '%completion_state%'
                    """)).isEqualTo(1));
            school.partner().getCsv(path()).statusCode(503).header("Retry-After", "1");
            Partner other = Partner.school();
            other.getCsv("/v1/statements/" + other.institution() + "?month=2026-04")
                    .statusCode(200);
        }
        awaitPermit();
    }

    /** Who breaks off gives the permit back. */
    private void awaitPermit() {
        String institution = school.partner().institution();
        await().untilAsserted(() ->
                assertThatCode(() -> permits.take(institution).leave()).doesNotThrowAnyException());
    }
}

package kz.qadam.progress.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class MonthlyStatementTest {

    private static final long SEED = 20_260_501;

    private SchoolWithPast school;

    @BeforeEach
    void open() {
        school = SchoolWithPast.open();
    }

    /** Four were recorded in March, of which one each is revoked, refused and moved in April; a fifth is recorded in April. */
    private ExtractableResponse<Response> april() {
        school.accepted("kept", "revoked", "corrected", "moved");
        school.happened(1, "2026-03-15");
        Partner partner = school.partner();
        partner.revokes("revoked").statusCode(200);
        partner.corrects("corrected", "\"completedOn\":\"2026-01-01\"").body("status", equalTo("refused"));
        partner.corrects("moved", "\"completedOn\":\"2026-03-02\"").body("status", equalTo("accepted"));
        school.happened(2, "2026-04-10");
        school.accepted("new");
        school.happened("new", 1, "2026-04-11");
        return school.statement("2026-04");
    }

    @Test
    void the_numbers_add_up() {
        ExtractableResponse<Response> april = april();

        assertThat(SchoolWithPast.numbers(april)).containsExactly(4, 1, 1, -1, 3);
        assertThat(april.<Integer>path("notCounting.refused")).isEqualTo(1);
        assertThat(april.<Boolean>path("preliminary")).isFalse();
    }

    @Test
    void each_number_has_its_list() {
        ExtractableResponse<Response> april = april();

        assertThat(april.<List<String>>path("entries.recorded.reference")).containsExactly("new");
        assertThat(april.<List<String>>path("entries.revoked.reference")).containsExactly("revoked");
        assertThat(april.<String>path("entries.revoked[0].reason")).isNotBlank();
        assertThat(april.<List<Integer>>path("entries.corrected.effect")).containsExactlyInAnyOrder(-1, 0);
        assertThat(april.<String>path("entries.corrected.find { it.reference == 'moved' }.before.completedOn"))
                .isEqualTo("2026-03-01");
    }

    @Test
    void a_completion_that_waited_for_its_enrolment_is_recorded_in_the_month_in_which_that_came() {
        Partner partner = school.partner();
        partner.completes("C", "E-late", "2026-03-01").statusCode(201);
        partner.enrols("E-late", UUID.randomUUID(), "pupils", "AI-101");
        await().untilAsserted(() -> assertThat(partner.statusOf("C")).isEqualTo("accepted"));
        school.happened(1, "2026-03-31");
        school.happened(2, "2026-04-01");

        assertThat(school.numbers("2026-03")).containsExactly(0, 0, 0, 0, 0);
        assertThat(school.statement("2026-03").<Integer>path("notCounting.pending"))
                .isEqualTo(1);
        assertThat(school.numbers("2026-04")).containsExactly(0, 1, 0, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31T18:59:59Z, 1", "2026-03-31T19:00:00Z, 0"})
    void a_month_ends_at_midnight_in_almaty(String at, int recorded) {
        school.accepted("C");
        school.happenedAt("C", 1, at);

        assertThat(school.numbers("2026-03")).containsExactly(0, recorded, 0, 0, recorded);
    }

    /** Any history: what it opens with is what the month before closed with, and between them is what is listed. */
    @Test
    void the_opening_of_a_month_is_the_closing_of_the_one_before() {
        Random random = new Random(SEED);
        for (int i = 0; i < 12; i++) {
            String reference = "C-" + i;
            school.accepted(reference);
            int states = random.nextInt(4);
            for (int state = 0; state < states; state++) {
                if (random.nextInt(4) == 0) {
                    school.partner().revokes(reference);
                } else {
                    school.partner()
                            .corrects(
                                    reference,
                                    "\"completedOn\":\"%s\""
                                            .formatted(
                                                    random.nextBoolean() ? "2026-01-01" : "2026-03-" + (10 + state)));
                }
            }
            int day = 0;
            for (int version = 1; version <= 1 + states; version++) {
                day += random.nextInt(40);
                school.happened(
                        reference,
                        version,
                        LocalDate.parse("2026-02-01").plusDays(day).toString());
            }
        }

        List<List<Integer>> months = IntStream.rangeClosed(1, 7)
                .mapToObj(month -> school.numbers("2026-0" + month))
                .toList();

        for (int i = 1; i < months.size(); i++) {
            List<Integer> n = months.get(i);
            assertThat(n.get(0)).as("seed %d", SEED).isEqualTo(months.get(i - 1).get(4));
            assertThat(n.get(0) + n.get(1) - n.get(2) + n.get(3))
                    .as("seed %d", SEED)
                    .isEqualTo(n.get(4));
        }
    }

    @Test
    void a_statement_comes_in_pages_under_the_numbers_of_the_month() {
        school.accepted("C-1", "C-2", "C-3");
        school.happened(1, "2026-04-10");
        school.partner().revokes("C-2").statusCode(200);
        school.happened(2, "2026-04-10");

        List<String> listed = new ArrayList<>();
        String next = school.path("2026-04") + "&limit=2";
        while (next != null) {
            ExtractableResponse<Response> page =
                    school.partner().get(next).statusCode(200).extract();
            assertThat(SchoolWithPast.numbers(page)).containsExactly(0, 3, 1, 0, 2);
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

    @Test
    void the_month_that_goes_on_is_preliminary() {
        school.accepted("C");

        var statement = school.statement(YearMonth.now(ZoneId.of("Asia/Almaty")).toString());

        assertThat(statement.<Boolean>path("preliminary")).isTrue();
        assertThat(statement.<Object>path("entries.recorded[0].before")).isNull();
        assertThat(statement.<Object>path("entries.recorded[0].reason")).isNull();
    }
}

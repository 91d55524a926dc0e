package kz.qadam.progress.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.UUID;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An institution compares a month with its own records, on a page. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class MonthlyStatementPageTest {

    private static final String PAGE = "/months?lang=en";

    private final Partner school = Partner.school();

    @BeforeEach
    void describe_the_catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void the_numbers_of_this_month_add_up_and_each_entry_leads_to_its_completion() {
        school.hasEnrolled("E", UUID.randomUUID());
        String kept = school.completes("C-1", "E", "2026-03-01").extract().path("id");
        school.completes("C-2", "E", "2026-03-02").statusCode(201);
        school.revokes("C-2").statusCode(200);
        school.completes("early", "E", "2025-01-09").statusCode(201);

        String page = page("");

        assertThat(numbers(page)).isEqualTo("0 +2 −1 0 1");
        assertThat(page)
                .contains("<a href=\"/records/" + kept + "?lang=en\">C-1</a>")
                .contains(">entered for the wrong person</td>")
                .contains("<a id=\"not-counting\" href=\"/waiting?lang=en\">1</a>")
                .doesNotContain("id=\"next\"");
        assertThat(school.get("/months/table?month=" + thisMonth())
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("C-1", "C-2", "closing");
    }

    @Test
    void a_month_before_is_read_and_one_that_has_not_begun_is_refused() {
        YearMonth before = thisMonth().minusMonths(1);

        String page = page("&month=" + before);

        assertThat(numbers(page)).isEqualTo("0 +0 −0 0 0");
        assertThat(page)
                .contains("Nothing happened in this month.")
                .contains("id=\"next\" href=\"/months?month=" + thisMonth());
        school.get(PAGE + "&month=" + thisMonth().plusMonths(1)).statusCode(422);
    }

    @Test
    void each_of_the_last_twelve_months_is_one_press_away() {
        YearMonth before = thisMonth().minusMonths(11);

        String page = page("&month=" + before);

        assertThat(page)
                .contains("<a href=\"/months?month=" + thisMonth() + "&amp;lang=en\">")
                .contains("<a href=\"/months?month=" + before + "&amp;lang=en\" aria-current=\"true\">")
                .doesNotContain("<li><a href=\"/months?month=" + before.minusMonths(1));
        assertThat(page("&month=2026-05")).contains(">May 2026</a>");
    }

    @Test
    void nobody_else_reads_it() {
        school.hasEnrolled("E", UUID.randomUUID());
        school.completes("C-1", "E", "2026-03-01").statusCode(201);

        Partner.school().get(PAGE).statusCode(200).body(containsString("Nothing happened in this month."));
        Office.get("office", PAGE).statusCode(403);
    }

    private static YearMonth thisMonth() {
        return YearMonth.now(AlmatyTime.ZONE);
    }

    private String page(String more) {
        return school.get(PAGE + more).statusCode(200).extract().asString();
    }

    private static String numbers(String page) {
        String list = page.substring(page.indexOf("id=\"numbers\""), page.indexOf("</dl>"));
        return list.replaceAll("(?s)<dt>.*?</dt>|<[^>]+>|id=\"numbers\">", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}

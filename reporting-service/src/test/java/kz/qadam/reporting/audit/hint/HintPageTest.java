package kz.qadam.reporting.audit.hint;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.Forms;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Auditors settle the hints of a month on a page. */
@ReportingTest
class HintPageTest {

    private static final String PAGE = "/hints/2026-08";

    private final String cohort = "hint-page-" + UUID.randomUUID().toString().substring(0, 8);
    private String id;

    @BeforeEach
    void a_course_is_completed_after_the_withdrawal() {
        givenCohort(cohort, 10L);
        EnrolmentFixture enrolment = EnrolmentFixture.of(UUID.randomUUID(), cohort, "KZ-75", cohort)
                .withdrawnOn("2026-08-10")
                .publish();
        CompletionFixture late =
                CompletionFixture.under(enrolment, "2026-08-11").publish();
        String find = "hints.find { it.learnerId == '%s' }.id".formatted(late.learner());
        id = await().until(
                        () -> auditor("/v1/audit/hints", "month", "2026-08")
                                .extract()
                                .<String>path(find),
                        found -> found != null);
    }

    @Test
    void a_hint_is_settled_with_a_reason() {
        assertThat(auditorBody(PAGE + "?lang=en"))
                .contains(cohort + ": AI-101 was completed after the withdrawal (11 August 2026)")
                .contains("data-hint=\"" + id + "\" data-state=\"open\"");

        settle(Map.of("outcome", "explained", "reason", "the withdrawal was a mistake", "version", ""))
                .statusCode(303)
                .header("Location", endsWith(PAGE + "?lang=en"));

        assertThat(auditorBody(PAGE + "?lang=en"))
                .contains("data-hint=\"" + id + "\" data-state=\"settled\"")
                .contains("<p>the withdrawal was a mistake</p>");
    }

    @Test
    void a_hint_about_one_learner_leads_to_its_completions_and_reading_one_is_on_record() {
        Matcher link = Pattern.compile("id=\"completions-" + id
                        + "\"><li><a href=\"(/audit/events/[0-9a-f-]{36})\\?lang=en\">" + "Completion 1</a></li></ul>")
                .matcher(auditorBody(PAGE + "?lang=en"));

        assertThat(link.find()).isTrue();
        assertThat(auditorBody(link.group(1) + "?lang=en")).contains("2026-08-11");
        await().untilAsserted(() -> auditor("/v1/audit/trail", "action", "GET /audit/events/{eventId}", "limit", "1000")
                .body("items.asked", hasItem("/v1" + link.group(1))));
    }

    @Test
    void the_last_twelve_months_are_one_press_away() {
        assertThat(auditorBody(PAGE + "?lang=en"))
                .contains("<a href=\"/hints/" + YearMonth.now(ZoneId.of("Asia/Almaty")) + "?lang=en\">");
    }

    @Test
    void what_is_wrong_is_said_at_the_hint_and_stays_in_its_form() {
        String refused = settle(Map.of("outcome", "corrected", "reason", "ask aigerim@school.kz", "version", ""))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(refused)
                .contains("role=\"alert\"")
                .contains("id=\"fault-" + id + "\"")
                .contains("value=\"ask aigerim@school.kz\"")
                .contains("<option value=\"corrected\" selected>");
    }

    @Test
    void what_another_auditor_has_found_out_meanwhile_is_not_overwritten() {
        settle(Map.of("outcome", "explained", "reason", "a good reason", "version", ""))
                .statusCode(303);

        settle(Map.of("outcome", "corrected", "reason", "the day was wrong", "version", ""))
                .statusCode(200);

        auditor("/v1/audit/hints", "month", "2026-08")
                .body("hints.find { it.id == '%s' }.settlement.outcome".formatted(id), is("explained"));
        settle(Map.of("outcome", "corrected", "reason", "the day was wrong", "version", "1"))
                .statusCode(303);
    }

    @Test
    void what_was_written_about_a_hint_that_is_gone_is_shown() {
        String gone = Forms.send(
                        as("auditor"),
                        PAGE + "/" + UUID.randomUUID() + "?lang=en",
                        Map.of("outcome", "corrected", "reason", "the day was wrong", "version", ""))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(gone).contains("role=\"alert\"", "no longer there", "<q>the day was wrong</q>");
    }

    @Test
    void nothing_is_chosen_for_the_auditor_and_a_form_without_a_choice_is_refused() {
        assertThat(auditorBody(PAGE + "?lang=en")).contains("<option value=\"\">Choose</option>");

        String refused = settle(Map.of("outcome", "", "reason", "a good reason", "version", ""))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(refused)
                .contains("href=\"#outcome-" + id + "\"")
                .contains("id=\"outcome-fault-" + id + "\"")
                .contains("value=\"a good reason\"");
    }

    @Test
    void the_page_begins_with_the_oldest_month_that_has_an_open_hint() {
        assertThat(auditorBody("/hints?lang=en"))
                .containsPattern("<h1>Hints: 2026-0[1-8]</h1>")
                .contains("data-state=\"open\"");
        as("office").get(PAGE).then().statusCode(403);
        auditor("/hints/August").statusCode(400);
    }

    private ValidatableResponse settle(Map<String, String> form) {
        return Forms.send(as("auditor"), PAGE + "/" + id + "?lang=en", form);
    }
}

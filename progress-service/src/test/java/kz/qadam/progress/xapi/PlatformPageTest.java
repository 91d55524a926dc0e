package kz.qadam.progress.xapi;

import static kz.qadam.progress.Records.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Neighbours.Enrolled;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An institution sees what its platforms have sent, and what became of it. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PlatformPageTest {

    private static final String PAGE = "/platforms?lang=en";
    private static final String AT = "2026-05-30T10:00:00+05:00";
    private static final String LATER = "2026-05-31T10:00:00+05:00";

    private PlatformOfSchool platform;

    @BeforeEach
    void open() {
        platform = PlatformOfSchool.open();
    }

    private String page() {
        return platform.school().get(PAGE).statusCode(200).extract().asString();
    }

    @Test
    void a_school_that_is_suspended_sees_nothing_also_by_sending_a_form() {
        Neighbours.describeInstitution(platform.institution(), 2, "suspended");

        await().untilAsserted(() -> platform.school().get(PAGE).statusCode(403));
        platform.school()
                .form("/platforms/accounts?lang=en", Map.of("platform", "moodle", "account", "nobody"))
                .statusCode(403);
    }

    @Test
    void without_a_platform_there_are_three_ways_to_report() {
        Neighbours.describeCatalogue();

        assertThat(Partner.school().get(PAGE).extract().asString())
                .contains("There are three ways", "The platform sends by itself", "By a table", "In the browser")
                .contains("href=\"/completion-files?lang=en\"");
    }

    @Test
    void each_platform_says_when_it_has_sent_something_last() {
        assertThat(page()).contains("data-platform=\"moodle\" data-silent=\"false\"", "Nothing has come yet.");

        platform.sends(Sent.moodleViewed("17", 2, AT));

        await().untilAsserted(() -> assertThat(page())
                .containsPattern("data-platform=\"moodle\"[^§]*Last statement: ")
                .containsPattern("data-platform=\"mooc\"[^§]*Nothing has come yet\\."));
    }

    @Test
    void a_platform_that_is_silent_for_seven_days_is_said_to_be() {
        platform.sends(Sent.moodleViewed("17", 2, AT));
        await().untilAsserted(() -> assertThat(page()).contains("Last statement: "));

        change("update xapi_platform_use set last_at = '2026-05-03T10:00:00Z' where institution = '%s'"
                .formatted(platform.institution()));

        assertThat(page()).contains("data-silent=\"true\"", "<p class=\"fault\">Nothing since 3 May 2026</p>");
    }

    @Test
    void the_statements_of_today_are_counted_by_what_became_of_them() {
        Enrolled enrolled = platform.hasEnrolled("E-1", UUID.randomUUID(), "AI-101");
        platform.links("17", enrolled).statusCode(201);

        platform.sends(
                Sent.moodleCompleted("17", 2, AT),
                Sent.moodleCompleted("18", 2, AT),
                Sent.moodleCompleted("17", 4, AT),
                Sent.moodleViewed("17", 2, AT),
                Sent.moodleViewed("17", 2, AT),
                Sent.moodleViewed("17", 2, AT));

        await().untilAsserted(() -> assertThat(page())
                .contains("data-count=\"counted\"><dt>counted</dt><dd>1</dd>")
                .contains("data-count=\"repeated\"><dt>repeated</dt><dd>0</dd>")
                .contains("data-count=\"waiting\"><dt>waiting</dt><dd>2</dd>")
                .contains("data-count=\"ignored\"><dt>ignored</dt><dd>3</dd>"));
    }

    @Test
    void what_waits_has_a_row_for_each_course_and_for_each_account() {
        Enrolled enrolled = platform.hasEnrolled("E-1", UUID.randomUUID(), "AI-101");
        platform.links("17", enrolled).statusCode(201);

        platform.sends(
                Sent.moodleCompleted("17", 4, AT),
                Sent.moodleCompleted("18", 4, AT),
                Sent.moodleCompleted("a.serikova", 2, AT),
                Sent.moodleCompleted("17", 5, AT));

        assertThat(page())
                .containsPattern("Python негіздері</h4>\\s*<p>Statements: 2, ")
                .contains("data-account=\"a.serikova\"")
                .doesNotContain("data-account=\"17\"")
                .containsPattern(">17</a>: Statements: 1, the last on [^<]* An enrolment is missing\\.")
                .contains("href=\"/v1/missing-enrolments.csv\"");
        assertThat(page()).as("of the one of two platforms").contains("<span class=\"hint\">moodle</span>");
    }

    @Test
    void who_is_not_enrolled_is_not_hidden_by_a_thousand_accounts_without_a_link() {
        Enrolled enrolled = platform.hasEnrolled("E-1", UUID.randomUUID(), "AI-101");
        platform.links("17", enrolled).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 5, AT));

        platform.sends(IntStream.range(0, 1001)
                .mapToObj(i -> "a" + i)
                .flatMap(account ->
                        Stream.of(Sent.moodleCompleted(account, 2, AT), Sent.moodleCompleted(account, 2, LATER)))
                .toArray(String[]::new));

        String page = page();
        // Other tests count what waits.
        change("delete from xapi_statement where institution = '%s'".formatted(platform.institution()));
        assertThat(page)
                .contains("The 20 of 1,001 with most statements are shown.")
                .containsPattern(">17</a>: Statements: 1, the last on [^<]* An enrolment is missing\\.");
    }

    @Test
    void only_who_may_change_a_profile_is_offered_to_name_courses() {
        platform.sends(Sent.moodleCompleted("17", 4, AT));

        assertThat(page())
                .contains("The administrator of your institution says it.")
                .doesNotContain("Not ours");
        assertThat(platform.page(PAGE)).contains("Not ours", "<option value=\"AI-101\">");
    }

    @Test
    void the_latest_outcomes_are_told_with_their_reasons_and_continue_on_a_page_of_their_own() {
        platform.sends(Sent.moodleCompleted("17", 2, AT));

        assertThat(page()).contains("30 May 2026, 10:00", "The account is not linked to a learner yet.");
        platform.school()
                .get("/platforms/outcomes?lang=ru")
                .statusCode(200)
                .body(containsString("Учётная запись ещё не связана с обучающимся."));
    }

    @Test
    void outcomes_of_one_kind_are_chosen() {
        platform.sends(Sent.moodleCompleted("17", 2, AT));

        assertThat(platform.page("/platforms/outcomes?lang=en&state=waiting"))
                .contains("data-state=\"waiting\"", "<option value=\"waiting\" selected>");
        assertThat(platform.page("/platforms/outcomes?lang=en&state=counted")).contains("There is nothing like that.");
    }

    @Test
    void outcomes_are_a_table_too() {
        platform.sends(Sent.moodleCompleted("17", 2, AT));

        assertThat(platform.page("/platforms/outcomes/table?lang=en&state=waiting"))
                .contains("at;platform;account;activity;course;state;because;why;receivedAt")
                .contains(";moodle;17;", ";AI-101;waiting;no-account;The account is not linked");
        assertThat(platform.page("/platforms/outcomes/table?state=counted")).doesNotContain("moodle");
    }

    @Test
    void outcomes_go_on_where_a_page_has_ended() {
        platform.sends(IntStream.range(0, 201)
                .mapToObj(i -> Sent.moodleCompleted("a" + i, 2, AT))
                .toArray(String[]::new));

        String first = platform.page("/platforms/outcomes?lang=en");
        var next = Pattern.compile("id=\"next\" href=\"([^\"]+)\"").matcher(first);

        assertThat(next.find()).isTrue();
        assertThat(platform.page(next.group(1).replace("&amp;", "&")))
                .containsOnlyOnce("data-state=\"waiting\"")
                .doesNotContain("id=\"next\"");
    }

    @Test
    void accounts_without_a_link_are_a_table_to_be_filled_in() {
        platform.sends(Sent.moodleCompleted("a.serikova", 2, AT));

        assertThat(platform.school().get("/platforms/accounts/table").extract().asString())
                .contains("platform;account;enrolment", "moodle;a.serikova;");
    }

    @Test
    void an_account_is_looked_for_by_a_name_that_is_in_no_address() {
        platform.sends(Sent.moodleCompleted("a.serikova", 2, AT));

        String page = platform.form(
                        "/platforms/accounts?lang=en", Map.of("platform", "moodle", "account", "a.serikova"))
                .statusCode(303)
                .extract()
                .header("Location");

        assertThat(page).doesNotContain("serikova");
        assertThat(platform.page(page.replaceFirst("^https?://[^/]+", "")))
                .contains("a.serikova", "Nobody has said yet whose account it is.");
        platform.form("/platforms/accounts?lang=en", Map.of("platform", "moodle", "account", "nobody"))
                .statusCode(200)
                .body(containsString("Account: nothing has come from such an account yet."));
        platform.form("/platforms/accounts?lang=en", Map.of("platform", "moodle", "account", "991231100010"))
                .statusCode(200)
                .body(not(containsString("991231100010")));
    }

    @Test
    void the_office_says_whose_platforms_it_means() {
        Office.get("office", PAGE).statusCode(200).body(containsString("Code of the institution"));
        Office.get("office", PAGE + "&institution=nobody")
                .body(containsString("There is no institution with this code."));
        Office.get("office", PAGE + "&institution=" + platform.institution())
                .body(containsString("data-platform=\"moodle\""));
    }

    @Test
    void nobody_sees_the_platforms_of_another_institution() {
        Partner.school().get(PAGE + "&institution=" + platform.institution()).statusCode(403);
        Office.get("auditor", PAGE).statusCode(403);
    }

    @Test
    void what_waits_is_a_task_that_leads_to_the_page() {
        platform.sends(Sent.moodleCompleted("17", 4, AT), Sent.moodleCompleted("18", 2, AT));

        platform.school()
                .get("/v1/completion-tasks")
                .body("items.find { it.kind == 'platform-courses-unnamed' }.count", equalTo(1))
                .body("items.find { it.kind == 'platform-accounts-not-linked' }.count", equalTo(1))
                .body("items.find { it.kind == 'platform-accounts-not-linked' }.link", endsWith("/platforms"))
                .body("items.find { it.kind == 'platform-accounts-not-enrolled' }", equalTo(null));
    }
}

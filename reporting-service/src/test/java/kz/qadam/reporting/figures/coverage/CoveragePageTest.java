package kz.qadam.reporting.figures.coverage;

import static kz.qadam.reporting.CatalogueFixture.describeInstitution;
import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.ofRegion;
import static kz.qadam.reporting.Requests.partner;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.TallyFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office sees on a page who reports, and what to remind the others of. */
@ReportingTest
class CoveragePageTest {

    private static final String PAGE = "/coverage";
    private static final String REGION = "KZ-61";

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Almaty"));
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String quiet = "quiet-" + run;
    private final String never = "never-" + run;
    private final String elsewhere = "elsewhere-" + run;

    @BeforeEach
    void institutions() {
        givenCatalogue();
        describeInstitution(quiet, "school", REGION, "active", 1);
        describeInstitution(never, "school", REGION, "active", 1);
        describeInstitution(elsewhere, "school", "KZ-63", "active", 1);
        TallyFixture.of(quiet, today.minusDays(40).toString(), 1).publish();
        await().untilAsserted(() -> {
            assertThat(listed("silent")).contains(quiet);
            assertThat(listed("never")).contains(never);
        });
    }

    @Test
    void silent_institutions_are_listed_with_a_reminder_that_says_since_when() {
        assertThat(listed("silent"))
                .contains("data-institution=\"" + quiet + "\"")
                .doesNotContain("data-institution=\"" + never + "\"")
                .contains("more than 30 days ago. Please send the completed courses.")
                .contains("data-state=\"silent\"");
    }

    @Test
    void who_has_never_sent_anything_is_reminded_to_begin() {
        assertThat(listed("never"))
                .contains("data-institution=\"" + never + "\"")
                .contains("nothing has come to Qadam from your institution yet")
                .doesNotContain(elsewhere);
    }

    @Test
    void the_page_begins_with_those_who_need_a_reminder() {
        describeInstitution("alone-" + run, "school", "KZ-33", "active", 1);

        await().untilAsserted(() -> assertThat(as("office")
                        .get(PAGE + "?lang=en&region=KZ-33")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("data-institution=\"alone-" + run + "\""));
    }

    @Test
    void the_table_has_all_of_a_state_with_their_reminders() {
        String table = as("office")
                .queryParam("lang", "en")
                .queryParam("region", REGION)
                .queryParam("state", "never")
                .get(PAGE + "/table")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(table)
                .startsWith("\uFEFFinstitution;name;region;state;lastReportedOn;reminder\r\n")
                .contains("\r\n" + never + ";")
                .contains(";" + REGION + ";never;;")
                .doesNotContain(quiet, elsewhere);
    }

    @Test
    void the_office_of_a_region_sees_its_own_institutions_and_asks_about_no_others() {
        String page = ofRegion("region-office", REGION, PAGE, "lang", "en", "state", "never")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains(never).doesNotContain(elsewhere);

        ofRegion("region-office", REGION, PAGE, "region", "KZ-63").statusCode(403);
    }

    @Test
    void neither_a_partner_nor_a_viewer_opens_the_page() {
        partner(quiet, PAGE).statusCode(403);
        viewer(PAGE).statusCode(403);
    }

    @Test
    void a_state_that_does_not_exist_is_refused() {
        as("office").get(PAGE + "?state=loud").then().statusCode(400);
    }

    private static String listed(String state) {
        return as("office")
                .get(PAGE + "?lang=en&region=" + REGION + "&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}

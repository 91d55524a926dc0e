package kz.qadam.reporting.audit.evidence;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitTrained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.Forms;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Auditors take a figure apart on a page. */
@ReportingTest
class EvidencePageTest {

    private final String cohort = "paged-" + UUID.randomUUID().toString().substring(0, 8);
    private CompletionFixture here;
    private CompletionFixture elsewhere;

    @BeforeEach
    void two_are_trained() {
        givenCohort(cohort, 10L);
        here = givenTrained(cohort, "KZ-75", "school-1", "2026-03-01");
        elsewhere = givenTrained(cohort, "KZ-71", "school-3", "2026-03-02");
        awaitTrained(cohort, 2);
    }

    @Test
    void a_figure_is_shown_with_its_stages_and_its_records() {
        String page = auditorBody("/audit?lang=en&measure=trained&cohort=" + cohort + "&on=2026-05-31");

        assertThat(page)
                .contains("<span id=\"figure-number\" class=\"number\">2</span>")
                .contains("people trained: Cohort, All of Kazakhstan")
                .contains("On 31 May 2026, as known at ")
                .contains("data-stage=\"known\">2<")
                .contains("data-stage=\"trained\">2<")
                .contains("Shown: 2 of 2")
                .contains(here.reference(), elsewhere.reference())
                .contains("requirement 1, programme 1")
                .doesNotContain("id=\"more\"");
        assertThat(cells(page, "day")).containsExactly("1 March 2026", "2 March 2026");
        assertThat(cells(page, "learner")).containsExactlyInAnyOrder(beginning(here), beginning(elsewhere));
    }

    private static String beginning(CompletionFixture completion) {
        return completion.learner().toString().substring(0, 8);
    }

    @Test
    void what_is_left_out_says_why() {
        assertThat(auditorBody("/audit?lang=en&cohort=" + cohort + "&excluded=true&on=2026-03-01"))
                .contains("records left out: Cohort, All of Kazakhstan")
                .contains("<input id=\"excluded\" name=\"excluded\" type=\"checkbox\" value=\"true\" checked>")
                .contains("data-label=\"Rule, or reason for leaving it out\">after the day<");
    }

    @Test
    void the_form_is_filled_from_the_address_which_other_languages_keep() {
        String page = auditorBody("/audit?measure=completions&cohort=" + cohort
                + "&region=KZ-75&institution=school-1&on=2026-05-31&lang=ru");

        assertThat(page)
                .contains("<option value=\"completions\" selected>Завершённых курсов</option>")
                .contains("<option value=\"" + cohort + "\" selected>")
                .contains("<option value=\"KZ-75\" selected>Город Алматы</option>")
                .contains("name=\"institution\" type=\"text\" value=\"school-1\"")
                .contains("name=\"on\" type=\"date\" value=\"2026-05-31\"")
                .contains("href=\"?measure=completions&amp;cohort=" + cohort
                        + "&amp;region=KZ-75&amp;institution=school-1&amp;on=2026-05-31&amp;lang=kk\"")
                .contains(", Город Алматы, school-1</span>");
    }

    @Test
    void the_next_records_are_of_the_same_point_in_time() {
        String many = "many-" + cohort;
        givenCohort(many, 100L);
        for (int i = 0; i < 51; i++) {
            givenTrained(many, "2026-03-01");
        }
        awaitTrained(many, 51);

        String first = auditorBody("/audit?lang=en&cohort=" + many);
        givenTrained(many, "2026-02-01");
        awaitTrained(many, 52);
        String second = follow(first, "more");

        assertThat(rows(first)).hasSize(50);
        assertThat(rows(second)).hasSize(1).doesNotContainAnyElementsOf(rows(first));
        assertThat(second)
                .contains("class=\"number\">51</span>")
                .doesNotContain("id=\"more\"")
                .doesNotContain("data-stage");
        assertThat(known(second)).isEqualTo(known(first));
        assertThat(rows(follow(second, "first"))).isEqualTo(rows(first));
    }

    private static String follow(String page, String link) {
        String address =
                Forms.all(page, "id=\"" + link + "\" href=\"([^\"]+)\"").get(0);
        return given().spec(as("auditor"))
                .urlEncodingEnabled(false)
                .get(address.replace("&amp;", "&"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> rows(String page) {
        return Forms.all(page, "data-cell=\"learner\"[^>]*title=\"([^\"]+)\"");
    }

    private static List<String> known(String page) {
        return Forms.all(page, "id=\"figure-known\"[^>]*>([^<]+)<");
    }

    @ParameterizedTest
    @CsvSource({
        "cohort=nobody, cohort, There is no Group nobody.",
        "cohort=, cohort, Group is missing.",
        "region=KZ-75, cohort, Group is missing.",
        "cohort={cohort}&institution=nowhere, institution, There is no Institution (code) nowhere.",
        "cohort={cohort}&on=June, on, On the day",
        "cohort={cohort}&asOf=yesterday, asOf, As known on (day or instant)",
        "cohort={cohort}&asOf=2999-01-01, asOf, As known on (day or instant)",
        "cohort={cohort}&measure=enrolled&excluded=true, measure, Figure is not one of",
        "cohort={cohort}&measure=hours, measure, Figure is not one of"
    })
    void a_question_that_cannot_be_read_is_explained_at_its_field(String query, String field, String text) {
        String page = auditorBody("/audit?lang=en&" + query.replace("{cohort}", cohort));

        assertThat(page)
                .contains("<title>Error: ")
                .contains("<a href=\"#" + field + "\">" + text)
                .contains("id=\"" + field + "-fault\"")
                .contains("aria-describedby=\"" + field + "-fault\" aria-invalid=\"true\"")
                .doesNotContain("id=\"figure-title\"");
    }

    @Test
    void a_figure_is_counted_again_as_it_is_shown() {
        String page = auditorBody("/audit?lang=en&cohort=" + cohort + "&on=2026-05-31");
        Map<String, String> form = new LinkedHashMap<>();
        List.of("attempt", "cohort", "asOf", "on")
                .forEach(name -> form.put(
                        name,
                        Forms.all(page, "type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"")
                                .get(0)));

        Forms.send(as("auditor"), "/recounts?lang=en", form)
                .statusCode(303)
                .header("Location", endsWith("/recounts?lang=en"));

        String recount = "/v1/audit/recounts/" + form.get("attempt");
        await().untilAsserted(() -> assertThat(
                        auditor(recount).statusCode(200).extract().jsonPath().getMap(""))
                .containsEntry("cohort", cohort)
                .containsEntry("on", "2026-05-31")
                .containsEntry("asOf", form.get("asOf")));
    }

    private static List<String> cells(String page, String name) {
        return new ArrayList<>(Forms.all(page, "data-cell=\"" + name + "\"[^>]*>([^<]*)<"));
    }
}

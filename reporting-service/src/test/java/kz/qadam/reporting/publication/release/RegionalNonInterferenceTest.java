package kz.qadam.reporting.publication.release;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.describeInstitution;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.awaitTrained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.Requests;
import kz.qadam.reporting.TallyFixture;
import kz.qadam.reporting.page.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a caller of one region is answered depends on the people and institutions of another. */
@ReportingTest
class RegionalNonInterferenceTest {

    private static final String OTHER = "KZ-71";

    @Inject
    Pages pages;

    private final String cohort = "quiet-" + UUID.randomUUID();
    private final String school = "elsewhere-" + UUID.randomUUID();
    private final String today = LocalDate.now(AlmatyTime.ZONE).toString();

    private CompletionFixture here;
    private PublicCrawl crawl;

    @BeforeEach
    void somebody_is_trained_in_almaty() {
        givenCohort(cohort, 500L);
        describeInstitution(school, "school", OTHER, "active", 1);
        here = givenTrained(cohort, "KZ-75", "school-1", "2026-03-01");
        awaitTrained(cohort, 1);
        await().untilAsserted(() -> assertThat(coverageElsewhere("never")).contains(school));
        crawl = new PublicCrawl(Map.ofEntries(
                Map.entry("cohort", List.of(cohort, "total")),
                Map.entry("completionId", List.of(here.id().toString())),
                Map.entry("eventId", List.of(UUID.randomUUID().toString())),
                Map.entry("id", List.of(UUID.randomUUID().toString())),
                Map.entry("number", List.of("42")),
                Map.entry("name", List.of("2026-Q2")),
                Map.entry("region", List.of("KZ-75", OTHER)),
                Map.entry("institution", List.of("school-1", school)),
                Map.entry("reference", List.of(here.reference())),
                Map.entry("from", List.of("2026-01-01")),
                Map.entry("size", List.of("50")),
                Map.entry("seed", List.of("one")),
                Map.entry("limit", List.of("1000")),
                Map.entry("on", List.of("2026-04-01")),
                Map.entry("lang", List.of("en"))));
    }

    /** Somebody is trained in another region, at an institution that is known and reports for the first time. */
    private CompletionFixture somebodyElsewhere() {
        CompletionFixture trained = givenTrained(cohort, OTHER, school, "2026-03-01");
        TallyFixture.of(school, today, 1).publish();
        awaitTrained(cohort, 2);
        await().untilAsserted(() -> assertThat(coverageElsewhere("reported")).contains(school));
        return trained;
    }

    private static String coverageElsewhere(String state) {
        return Requests.viewer("/v1/audit/coverage", "region", OTHER, "state", state, "limit", "1000")
                .extract()
                .asString();
    }

    private SortedMap<String, String> answers(String token) {
        pages.forget();
        SortedMap<String, String> answers = new TreeMap<>();
        crawl.answersTo(token).forEach((address, answer) -> {
            if (!isRandom(address)) answers.put(address, masked(answer));
        });
        return answers;
    }

    /** A sample without a seed is another one each time. */
    private static boolean isRandom(String address) {
        return address.startsWith("/v1/audit/samples") && !address.contains("seed=");
    }

    /** An answer without the parts that show only that the service has taken in something. */
    private static String masked(String answer) {
        return answer.replaceAll("\"(asOf|dataThrough|figureVersion|seed|cursor)\":(\"[^\"]*\"|\\d+|null)", "\"$1\":?")
                .replaceAll("\"provisional\":(true|false),\"because\":\\[[^\\]]*\\]", "?")
                .replaceAll("(?m)^[0-9T:.Z-]+,(\\d{4}-\\d\\d-\\d\\d),(true|false),", "?,$1,?,")
                .replaceAll("(etag|content-length|link)=\\[[^\\]]*\\]", "$1=?")
                .replaceAll("(?m)^id:.*$", "id:?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "auditor"})
    void people_of_another_region_change_no_answer(String role) {
        String token = Tokens.of(role, "KZ-75");
        SortedMap<String, String> before = answers(token);

        CompletionFixture elsewhere = somebodyElsewhere();

        SortedMap<String, String> after = answers(token);
        assertThat(before).hasSizeGreaterThan(100);
        assertThat(before.get("/v1/progress/" + cohort + "?")).contains("\"trained\":1", "\"region\":\"KZ-75\"");
        assertThat(after).isEqualTo(before);
        assertThat(after.values())
                .noneMatch(answer -> answer.contains(elsewhere.learner().toString()))
                .noneMatch(answer -> answer.contains(elsewhere.id().toString()))
                .noneMatch(answer -> answer.contains(elsewhere.reference()));
    }

    /** A control: the same people do change what those see who see all regions. */
    @Test
    void the_same_people_change_what_an_auditor_of_all_regions_is_answered() {
        CompletionFixture elsewhere = somebodyElsewhere();

        assertThat(evidence(Tokens.of("auditor")))
                .contains(here.learner().toString(), elsewhere.learner().toString());
    }

    /** And people of the same region do change what its auditor is answered. */
    @Test
    void people_of_the_own_region_change_the_answers() {
        CompletionFixture there = givenTrained(cohort, "KZ-75", "school-1", "2026-03-01");
        awaitTrained(cohort, 2);

        assertThat(evidence(Tokens.of("auditor", "KZ-75")))
                .contains(here.learner().toString(), there.learner().toString());
    }

    /** An answer that the crawl reads, too. */
    private String evidence(String token) {
        return given().auth()
                .oauth2(token)
                .get("/v1/audit/evidence?cohort=" + cohort)
                .asString();
    }
}

package kz.qadam.reporting.publication.release;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.SeriesFixture.becameKnown;
import static kz.qadam.reporting.SeriesFixture.freshYear;
import static kz.qadam.reporting.SeriesFixture.givenPeople;
import static kz.qadam.reporting.SeriesFixture.givenSeries;
import static kz.qadam.reporting.SeriesFixture.removePeople;
import static kz.qadam.reporting.SeriesFixture.restoreKnowledge;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.page.Pages;
import kz.qadam.reporting.release.store.Releases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that is public depends on anything but the releases: other people in the database change no answer. */
@ReportingTest
class NonInterferenceTest {

    @Inject
    ReleaseMaker maker;

    @Inject
    Releases releases;

    @Inject
    Pages pages;

    private final int year = freshYear();
    private final String cohort = "silent-" + UUID.randomUUID();

    private final PublicCrawl crawl = new PublicCrawl(Map.of(
            "cohort", List.of(cohort, "total", "nobody"),
            "number", List.of("42", "43", "999999"),
            "name", List.of("2026-Q2"),
            "region", List.of("KZ-75", "south"),
            "institution", List.of("school-1"),
            "on", List.of(year + "-02-11"),
            "asOf", List.of(year + "-02-12"),
            "lang", List.of("kk", "ru", "en")));

    @BeforeEach
    void two_releases_are_public() {
        releases.remove();
        givenCohort(cohort, 500_000L);
        awaitCohort(cohort);
        givenPeople(cohort, "KZ-75", "school-1", 40, year + "-01-20");
        givenPeople(cohort, "KZ-75", "school-2", 23, year + "-01-25");
        becameKnown(instant("01-01T00:00").toString());
        givenSeries("DAILY", year + "-01-01", instant("02-11T12:00").toString());
        maker.makeDue(instant("02-13T09:00"));
    }

    @AfterEach
    void clean() {
        restoreKnowledge();
        removePeople(cohort);
        releases.remove();
    }

    private Instant instant(String monthDayTime) {
        return LocalDateTime.parse(year + "-" + monthDayTime)
                .atZone(AlmatyTime.ZONE)
                .toInstant();
    }

    @Test
    void people_whom_no_release_counts_change_no_public_answer() {
        SortedMap<String, String> before = crawl.answers();
        SortedMap<String, String> toPartner = answersToPartner();

        givenPeople(cohort, "KZ-75", "school-1", 9, year + "-02-01");
        givenTrained(cohort, "2026-05-31");
        givenCohort(cohort + "-new", 10L);
        awaitTrained(cohort, 1);

        assertThat(before).hasSizeGreaterThan(100);
        assertThat(before.get("/v1/progress/" + cohort + "?")).contains("\"trained\":60");
        pages.forget();
        assertThat(crawl.answers()).isEqualTo(before);
        pages.forget();
        assertThat(answersToPartner()).isEqualTo(toPartner);
    }

    /** A control: the same people do change what a viewer sees, so the crawl would show it. */
    @Test
    void the_same_people_change_what_a_viewer_is_answered() {
        SortedMap<String, String> before = crawl.answersTo(Tokens.of("viewer"));

        givenTrained(cohort, "2026-05-31");
        awaitTrained(cohort, 1);

        pages.forget();
        assertThat(crawl.answersTo(Tokens.of("viewer"))).isNotEqualTo(before);
    }

    /** Without receipts, which are of the partner's own records. */
    private SortedMap<String, String> answersToPartner() {
        SortedMap<String, String> answers = crawl.answersTo(Tokens.of("partner", "school-1"));
        answers.keySet().removeIf(address -> address.startsWith("/v1/receipts"));
        return answers;
    }
}

package kz.qadam.reporting.publication.release;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.SeriesFixture.becameKnown;
import static kz.qadam.reporting.SeriesFixture.freshYear;
import static kz.qadam.reporting.SeriesFixture.givenPeople;
import static kz.qadam.reporting.SeriesFixture.givenSeries;
import static kz.qadam.reporting.SeriesFixture.removePeople;
import static kz.qadam.reporting.SeriesFixture.restoreKnowledge;
import static kz.qadam.reporting.SeriesFixture.ruleBegins;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.release.DisclosureRule;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseDate;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.ReleaseContinuation;
import kz.qadam.reporting.release.store.ReleaseStore;
import kz.qadam.reporting.release.store.Releases;
import kz.qadam.reporting.release.store.StoredRelease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A series of releases by an earlier version of the rule, when the service is started with this one. */
@ReportingTest
class RuleChangeTest {

    private static final int EARLIER = DisclosureRule.VERSION - 1;
    private static final int LAST_OF_EARLIER = 41;
    private static final int MONTH_END = 59;

    @Inject
    ReleaseMaker maker;

    @Inject
    PublishedReleases published;

    @Inject
    Releases releases;

    @Inject
    Database database;

    private final int year = freshYear();
    private final String cohort = "change-" + UUID.randomUUID();

    @BeforeEach
    void a_release_of_an_earlier_rule_is_public() {
        releases.remove();
        givenCohort(cohort, 500_000L);
        awaitCohort(cohort);
        givenTwentyFour();
        becameKnown(instant("01-01T00:00").toString());
        givenSeries("DAILY", year + "-01-01", instant("02-10T12:00").toString());
        published.reload();
        addEarlier();
        ruleBegins(DisclosureRule.VERSION, LocalDate.of(year, 2, 28));
        givenTwentyFour();
        becameKnown(instant("02-12T12:00").toString());
    }

    @AfterEach
    void clean() {
        ruleBegins(DisclosureRule.VERSION, LocalDate.of(1, 1, 1));
        restoreKnowledge();
        removePeople(cohort);
        releases.remove();
    }

    private void givenTwentyFour() {
        givenPeople(cohort, "KZ-75", "school-1", 12, year + "-01-20");
        givenPeople(cohort, "KZ-75", "school-2", 12, year + "-01-20");
    }

    private void addEarlier() {
        ReleaseContinuation none = published.last();
        ReleaseDate date = none.series().orElseThrow().first();
        StoredRelease made = maker.made(none, date);
        byte[] body = new String(made.body(), StandardCharsets.UTF_8)
                .replace("\"rule\":" + DisclosureRule.VERSION, "\"rule\":" + EARLIER)
                .getBytes(StandardCharsets.UTF_8);
        database.transaction(handle -> ReleaseStore.add(
                handle,
                new StoredRelease(
                        made.number(), made.through(), made.onDay(), made.publicFrom(), made.batch(), EARLIER, body)));
    }

    @Test
    void until_the_month_end_releases_repeat_the_last_one_of_the_earlier_rule() {
        maker.makeDue(instant("02-28T00:00"));

        Release last = releases.made(LAST_OF_EARLIER);
        for (int number = LAST_OF_EARLIER + 1; number < MONTH_END; number++) {
            Release release = releases.made(number);
            assertThat(release.rule()).isEqualTo(EARLIER);
            assertThat(release.cohorts()).isEqualTo(last.cohorts());
            assertThat(release.monthEnd()).isEqualTo(last.monthEnd());
        }
    }

    @Test
    void from_the_month_end_on_releases_are_made_by_the_new_rule() {
        maker.makeDue(instant("03-02T00:00"));

        Release release = releases.made(MONTH_END);
        assertThat(release.rule()).isEqualTo(DisclosureRule.VERSION);
        assertThat(release.monthEnd().on()).isEqualTo(year + "-02-28");
        assertThat(release.cohort(cohort).orElseThrow().counts().trained()).isEqualTo(40);
        assertThat(releases.made(MONTH_END + 1).rule()).isEqualTo(DisclosureRule.VERSION);
    }

    @Test
    void the_document_of_the_earlier_rule_keeps_its_bytes() {
        String document = releases.document(LAST_OF_EARLIER);

        maker.makeDue(instant("03-02T00:00"));

        assertThat(releases.document(LAST_OF_EARLIER)).isEqualTo(document);
    }

    @Test
    void the_day_is_kept_when_the_version_starts_again() {
        database.transaction(handle -> {
            ReleaseStore.addRule(handle, DisclosureRule.VERSION, LocalDate.of(year, 12, 31));
            return null;
        });

        assertThat(isInForce(LocalDate.of(year, 2, 27))).isFalse();
        assertThat(isInForce(LocalDate.of(year, 2, 28))).isTrue();
    }

    private boolean isInForce(LocalDate on) {
        return database.transaction(handle -> ReleaseStore.isInForce(handle, DisclosureRule.VERSION, on));
    }

    private Instant instant(String monthDayTime) {
        return LocalDateTime.parse(year + "-" + monthDayTime)
                .atZone(AlmatyTime.ZONE)
                .toInstant();
    }
}

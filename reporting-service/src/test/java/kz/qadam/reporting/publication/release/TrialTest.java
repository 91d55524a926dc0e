package kz.qadam.reporting.publication.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.SeriesFixture.becameKnown;
import static kz.qadam.reporting.SeriesFixture.freshYear;
import static kz.qadam.reporting.SeriesFixture.givenPeople;
import static kz.qadam.reporting.SeriesFixture.givenSeries;
import static kz.qadam.reporting.SeriesFixture.removePeople;
import static kz.qadam.reporting.SeriesFixture.restoreKnowledge;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseDate;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.ReleaseContinuation;
import kz.qadam.reporting.release.store.Releases;
import kz.qadam.reporting.release.store.StoredRelease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a trial a release is made each minute. Minute 1 is the first one of the year. */
@ReportingTest
class TrialTest {

    @Inject
    ReleaseMaker maker;

    @Inject
    PublishedReleases published;

    @Inject
    Releases releases;

    @Inject
    Database database;

    private final int year = freshYear();
    private final Instant start =
            LocalDate.of(year, 1, 1).atStartOfDay(AlmatyTime.ZONE).toInstant();
    private final String cohort = "trial-" + UUID.randomUUID();

    @BeforeEach
    void a_trial_is_open() {
        releases.remove();
        givenCohort(cohort, 500_000L);
        awaitCohort(cohort);
        givenTwentyFour();
        becameKnown(start.toString());
        givenSeries("EACH_MINUTE", year + "-01-01", second(10).toString());
    }

    @AfterEach
    void clean() {
        restoreKnowledge();
        removePeople(cohort);
        releases.remove();
    }

    @Test
    void a_release_of_the_minute_is_public_when_the_minute_is_over() {
        maker.makeDue(second(60));

        Release release = releases.made(1);
        assertThat(release.through()).isEqualTo(second(60).minusNanos(1_000));
        assertThat(release.publicFrom()).isEqualTo(second(60));
        assertThat(release.nextRelease()).isEqualTo(second(120));
        assertThat(release.isOfTrial()).isTrue();
    }

    @Test
    void missed_minutes_are_not_made_up() {
        maker.makeDue(second(60));

        maker.makeDue(second(300));

        assertThat(numbers()).containsExactly(1L, 5L);
    }

    @Test
    void each_minute_is_a_month_end() {
        maker.makeDue(second(60));
        newPeople(second(90));

        maker.makeDue(second(120));

        assertThat(trained(releases.made(1))).isEqualTo(20);
        assertThat(trained(releases.made(2))).isEqualTo(40);
        assertThat(releases.made(2).monthEnd().asOf())
                .isEqualTo(releases.made(2).through());
    }

    @Test
    void a_release_without_news_is_as_if_it_were_counted() {
        maker.makeDue(second(60));
        ReleaseContinuation last = published.last();
        ReleaseDate next = last.series().orElseThrow().date(2);

        StoredRelease repeated = maker.made(last, next);

        StoredRelease counted = maker.made(
                new ReleaseContinuation(last.series(), last.release(), last.batch() - 1, last.history(), 0), next);
        assertThat(new String(repeated.body(), UTF_8)).isEqualTo(new String(counted.body(), UTF_8));
    }

    private void newPeople(Instant knownAt) {
        KafkaFixture.awaitIntake("qadam.completions", cohort);
        givenTwentyFour();
        becameKnown(knownAt.toString());
    }

    /** Of two schools, so that their number is published. */
    private void givenTwentyFour() {
        givenPeople(cohort, "KZ-75", "school-1", 12, year + "-01-01");
        givenPeople(cohort, "KZ-75", "school-2", 12, year + "-01-01");
    }

    private Long trained(Release release) {
        return release.monthEnd().cohort(cohort).orElseThrow().region("south").trained();
    }

    private Instant second(int seconds) {
        return start.plusSeconds(seconds);
    }

    private List<Long> numbers() {
        return database.transaction(handle -> handle.createQuery("select number from release order by number")
                .mapTo(Long.class)
                .list());
    }
}

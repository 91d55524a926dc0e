package kz.qadam.reporting.release.store;

import static kz.qadam.reporting.SeriesFixture.ANY_YEAR;
import static kz.qadam.reporting.SeriesFixture.givenSeries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.release.DisclosureRule;
import kz.qadam.reporting.release.PublishedState;
import kz.qadam.reporting.release.ReleaseDate;
import kz.qadam.reporting.release.ReleaseSeries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The releases 31 to 33 are in the table; the last day of January is 31. */
@ReportingTest
class PublishedReleasesTest {

    @Inject
    Database database;

    @Inject
    Releases releases;

    @Inject
    PublishedReleases published;

    private ReleaseSeries series;

    @BeforeEach
    void three_releases_are_public() {
        releases.remove();
        givenSeries("DAILY", ANY_YEAR + "-01-01", ANY_YEAR + "-01-31T00:00:00Z");
        published.reload();
        series = published.last().series().orElseThrow();
        List.of(31L, 32L, 33L).forEach(this::add);
        published.reload();
    }

    @AfterEach
    void clean() {
        releases.remove();
    }

    private void add(long number) {
        var release = DocumentFixture.release(series.date(number), 10 * number);
        database.transaction(
                handle -> ReleaseStore.add(handle, StoredRelease.of(series.date(number), number, release)));
    }

    @Test
    void the_newest_release_has_the_numbers_up_to_it() {
        PublishedState newest = published.newest();

        assertThat(newest.number()).isEqualTo(33);
        assertThat(newest.release()).isEqualTo(DocumentFixture.release(series.date(33), 330));
        assertThat(newest.nextRelease()).isEqualTo(series.date(34).publicFrom());
        assertThat(newest.history().country(DocumentFixture.COHORT))
                .containsOnlyKeys(day("01-31"), day("02-01"), day("02-02"))
                .containsValues(310L, 320L, 330L);
    }

    @Test
    void a_release_of_the_past_is_found_by_its_instant() {
        assertThat(published.at(series.date(32).through(), null).number()).isEqualTo(32);
        assertThat(published
                        .at(series.date(32).through().minusNanos(1_000), null)
                        .number())
                .isEqualTo(31);
        assertThat(published.at(Instant.now(), null).number()).isEqualTo(33);
    }

    @Test
    void a_release_of_the_past_is_found_by_its_day() {
        assertThat(published.at(null, day("02-01")).number()).isEqualTo(32);
        assertThat(published.at(Instant.now(), day("02-01")).number()).isEqualTo(32);
        assertThat(published.at(series.date(31).through(), day("02-01")).number())
                .isEqualTo(31);
    }

    @Test
    void a_release_of_the_past_has_the_numbers_up_to_it() {
        PublishedState past = published.at(series.date(32).through(), null);

        assertThat(past.nextRelease()).isEqualTo(series.date(33).publicFrom());
        assertThat(past.history().country(DocumentFixture.COHORT)).containsOnlyKeys(day("01-31"), day("02-01"));
    }

    @Test
    void before_the_first_release_there_is_none() {
        PublishedState before = published.at(null, day("01-30"));

        assertThat(before.release()).isNull();
        assertThat(before.isOpened()).isTrue();
        assertThat(before.nextRelease()).isEqualTo(series.date(31).publicFrom());
    }

    @Test
    void an_instance_that_starts_finds_the_same() {
        PublishedReleases other = releases.ofAnotherInstance();
        other.reload();

        assertThat(other.newest().release()).isEqualTo(published.newest().release());
        assertThat(other.newest().history().country(DocumentFixture.COHORT))
                .isEqualTo(published.newest().history().country(DocumentFixture.COHORT));
    }

    @Test
    void a_release_that_another_instance_made_is_found() {
        add(34);

        published.reload();

        assertThat(published.newest().number()).isEqualTo(34);
        assertThat(published.newest().history().country(DocumentFixture.COHORT)).hasSize(4);
    }

    @Test
    void a_release_is_not_public_before_its_time() {
        addPublicFrom(Instant.now().plusSeconds(3_600));

        published.reload();

        assertThat(published.last().number()).isEqualTo(34);
        assertThat(published.newest().number()).isEqualTo(33);
        assertThat(published.newest().history().country(DocumentFixture.COHORT)).hasSize(3);
        assertThat(published.at(Instant.now(), null).number()).isEqualTo(33);
    }

    @Test
    void a_release_becomes_public_at_its_time() {
        addPublicFrom(Instant.now().plusSeconds(1));

        await().untilAsserted(() -> {
            published.reload();
            assertThat(published.newest().number()).isEqualTo(34);
        });
    }

    private void addPublicFrom(Instant publicFrom) {
        ReleaseDate date = series.date(34);
        var release = new StoredRelease(
                34,
                date.through(),
                date.on(),
                publicFrom,
                34,
                1,
                ReleaseDocument.write(DocumentFixture.release(date, 340)));
        database.transaction(handle -> ReleaseStore.add(handle, release));
    }

    @Test
    void a_release_by_another_version_of_the_rule_has_numbers_of_its_own() {
        ReleaseDate date = series.date(34);
        byte[] body = ReleaseDocument.write(DocumentFixture.release(date, 340));
        var sameDayAndBatch = new StoredRelease(
                34, date.through(), series.date(33).on(), date.publicFrom(), 33, DisclosureRule.VERSION + 1, body);
        database.transaction(handle -> ReleaseStore.add(handle, sameDayAndBatch));

        published.reload();

        assertThat(published.newest().history().country(DocumentFixture.COHORT)).containsValue(340L);
    }

    private LocalDate day(String monthAndDay) {
        return LocalDate.parse(ANY_YEAR + "-" + monthAndDay);
    }
}

package kz.qadam.reporting.publication.release;

import static kz.qadam.reporting.CatalogueFixture.describeOwned;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.SeriesFixture.becameKnown;
import static kz.qadam.reporting.SeriesFixture.freshYear;
import static kz.qadam.reporting.SeriesFixture.givenPeople;
import static kz.qadam.reporting.SeriesFixture.givenSeries;
import static kz.qadam.reporting.SeriesFixture.removePeople;
import static kz.qadam.reporting.SeriesFixture.restoreKnowledge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.release.MonthEndTables;
import kz.qadam.reporting.release.PastMonthEndCounts;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleasedCohort;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.ReleaseContinuation;
import kz.qadam.reporting.release.store.Releases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releases of days of a past year, from facts that became known in that year. */
@ReportingTest
class ReleaseMakerTest {

    @Inject
    ReleaseMaker maker;

    @Inject
    PublishedReleases published;

    @Inject
    Releases releases;

    @Inject
    Database database;

    private final int year = freshYear();
    private final String cohort = "making-" + UUID.randomUUID();

    @BeforeEach
    void a_cohort_is_known_since_the_beginning_of_the_year() {
        releases.remove();
        givenCohort(cohort, 500_000L);
        awaitCohort(cohort);
        becameKnown(at("01-01T00:00"));
    }

    @AfterEach
    void clean() {
        restoreKnowledge();
        removePeople(cohort);
        releases.remove();
    }

    @Test
    void nothing_is_made_before_the_series_is_opened() {
        makeUntil("02-01T00:00");

        assertThat(numbers()).isEmpty();
    }

    @Test
    void nothing_is_made_before_the_day_is_over() {
        opened("01-10T12:00");

        makeUntil("01-10T23:59");

        assertThat(numbers()).isEmpty();
    }

    @Test
    void the_first_release_is_of_the_day_of_the_opening() {
        opened("01-10T12:00");

        makeUntil("01-11T00:00");

        assertThat(numbers()).containsExactly(10L);
    }

    @Test
    void missed_days_are_made_up() {
        opened("01-10T12:00");
        makeUntil("01-11T00:00");

        makeUntil("01-14T09:00");

        assertThat(numbers()).containsExactly(10L, 11L, 12L, 13L);
    }

    @Test
    void a_release_is_made_once() {
        opened("01-10T12:00");
        makeUntil("01-11T00:00");
        String document = releases.document(10);

        makeUntil("01-11T00:01");

        assertThat(releases.document(10)).isEqualTo(document);
    }

    @Test
    void a_release_has_its_dates() {
        opened("01-10T12:00");

        makeUntil("01-11T00:00");

        Release release = releases.made(10);
        assertThat(release.through()).isEqualTo(instant("01-11T00:00").minusNanos(1_000));
        assertThat(release.on()).isEqualTo(year + "-01-10");
        assertThat(release.publicFrom()).isEqualTo(instant("01-11T06:00"));
        assertThat(release.nextRelease()).isEqualTo(instant("01-12T06:00"));
        assertThat(release.because()).doesNotContain("intake-halted");
    }

    @Test
    void the_tables_of_the_opening_are_of_the_last_month_end_as_known_at_the_opening() {
        givenHeld("KZ-75", 24, "01-20");
        givenPeople(cohort, "KZ-75", "school-2", 13, year + "-02-05");
        opened("02-10T12:00");

        makeUntil("02-11T00:00");

        MonthEndTables tables = releases.made(41).monthEnd();
        assertThat(tables.on()).isEqualTo(year + "-01-31");
        assertThat(tables.asOf()).isEqualTo(instant("02-11T00:00").minusNanos(1_000));
        assertThat(ofCohort(tables).region("south").trained()).isEqualTo(20);
        assertThat(ofCohort(tables).country().trained()).isEqualTo(20);
    }

    @Test
    void the_tables_stay_until_the_next_month_end() {
        opened("02-10T12:00");
        makeUntil("02-11T00:00");
        newPeople("02-12T12:00", 24, "01-20");

        makeUntil("02-28T00:00");

        assertThat(releases.made(58).monthEnd()).isEqualTo(releases.made(41).monthEnd());
    }

    @Test
    void a_month_end_has_new_tables_of_what_is_known_then() {
        opened("02-10T12:00");
        newPeople("02-12T12:00", 24, "02-11");

        makeUntil("03-05T00:00");

        MonthEndTables tables = releases.made(59).monthEnd();
        assertThat(tables.on()).isEqualTo(year + "-02-28");
        assertThat(tables.asOf()).isEqualTo(releases.made(59).through());
        assertThat(ofCohort(tables).region("south").trained()).isEqualTo(20);
        assertThat(releases.made(63).monthEnd()).isEqualTo(tables);
    }

    /** A day of which nothing can be known any more has no release; here, the row was never written. */
    @Test
    void the_tables_of_a_month_end_without_a_release_are_counted_as_known_then() {
        opened("02-10T12:00");
        makeUntil("02-28T00:00");
        newPeople("02-28T12:00", 24, "02-11");
        newPeople("03-01T12:00", 50, "02-11");

        ReleaseContinuation last = published.last();
        MonthEndTables tables = releases.read(
                        maker.made(last, last.series().orElseThrow().date(60)))
                .monthEnd();

        assertThat(tables.on()).isEqualTo(year + "-02-28");
        assertThat(ofCohort(tables).region("south").trained()).isEqualTo(20);
    }

    @Test
    void two_schools_of_one_owner_hold_no_number() {
        String branch = cohort + "-branch-";
        describeOwned(branch + 1, "060140000013");
        describeOwned(branch + 2, "060140000013");
        KafkaFixture.awaitIntake("qadam.catalogue", "institution/" + branch + 1);
        KafkaFixture.awaitIntake("qadam.catalogue", "institution/" + branch + 2);
        givenPeople(cohort, "KZ-75", branch + 1, 12, year + "-01-20");
        givenPeople(cohort, "KZ-75", branch + 2, 12, year + "-01-20");
        givenHeld("KZ-71", 24, "01-20");
        becameKnown(at("01-21T00:00"));
        opened("02-10T12:00");

        makeUntil("02-11T00:00");

        MonthEndTables.OfCohort tables = ofCohort(releases.made(41).monthEnd());
        assertThat(tables.region("south").trained()).isNull();
        assertThat(tables.region("north").trained()).isEqualTo(20);
    }

    @Test
    void what_became_known_after_the_end_of_the_day_is_in_the_next_release() {
        newPeople("01-31T23:59", 24, "01-20");
        newPeople("02-01T00:01", 24, "01-20");
        opened("01-31T12:00");

        makeUntil("02-01T00:00");

        assertThat(ofCohort(releases.made(31).monthEnd()).region("south").trained())
                .isEqualTo(20);
    }

    private void givenLargeCohort() {
        for (int i = 0; i < 10; i++) {
            givenPeople(cohort, "KZ-75", "school-" + i, 101, year + "-01-20");
        }
    }

    @Test
    void a_large_cohort_has_new_numbers_at_the_end_of_the_week() {
        givenLargeCohort();
        opened("02-01T12:00");
        makeUntil("02-02T00:00");
        newPeople("02-02T00:01", 15, "02-01");
        LocalDate sunday = LocalDate.of(year, 2, 2).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));

        maker.makeDue(sunday.plusDays(1).atStartOfDay(AlmatyTime.ZONE).toInstant());

        Release release = releases.made(sunday.getDayOfYear());
        assertThat(ofCohort(release.monthEnd()).isWeekly()).isTrue();
        assertThat(ofCohort(release).counts().trained()).isEqualTo(1_020);
        assertThat(ofCohort(release).on()).isEqualTo(sunday);
        assertThat(ofCohort(release.monthEnd()).region("south").trained()).isEqualTo(1_010);
    }

    @Test
    void in_the_week_the_numbers_of_its_beginning_are_repeated() {
        givenLargeCohort();
        opened("02-01T12:00");
        makeUntil("02-02T00:00");
        newPeople("02-02T00:01", 15, "02-01");
        LocalDate sunday = LocalDate.of(year, 2, 2).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));

        maker.makeDue(sunday.plusDays(7).atStartOfDay(AlmatyTime.ZONE).toInstant());

        for (int days = 1; days < 7; days++) {
            assertThat(ofCohort(releases.made(sunday.getDayOfYear() + days)))
                    .isEqualTo(ofCohort(releases.made(sunday.getDayOfYear())));
        }
    }

    @Test
    void the_first_release_has_the_earlier_month_ends() {
        givenHeld("KZ-75", 24, "01-20");
        givenHeld("KZ-71", 33, "02-20");
        opened("04-10T12:00");

        makeUntil("04-12T00:00");

        assertThat(releases.made(100).before())
                .extracting(PastMonthEndCounts::on)
                .containsExactly(LocalDate.of(year, 1, 31), LocalDate.of(year, 2, 28), LocalDate.of(year, 3, 31));
        assertThat(releases.made(100).before())
                .flatExtracting(PastMonthEndCounts::cohorts)
                .filteredOn(one -> one.cohort().equals(cohort))
                .extracting(PastMonthEndCounts.OfCohort::trained, PastMonthEndCounts.OfCohort::regions)
                .containsExactly(
                        tuple(20L, List.of(region("south", 20))),
                        tuple(50L, List.of(region("north", 30), region("south", 20))),
                        tuple(50L, List.of(region("north", 30), region("south", 20))));
        assertThat(releases.made(101).before()).isEmpty();
    }

    private static PastMonthEndCounts.OfRegion region(String code, long trained) {
        return new PastMonthEndCounts.OfRegion(code, trained);
    }

    /** People of two schools of a region, so that their number is published. */
    private void givenHeld(String region, int count, String day) {
        givenPeople(cohort, region, region + "-school-1", count / 2, year + "-" + day);
        givenPeople(cohort, region, region + "-school-2", count - count / 2, year + "-" + day);
    }

    /** Further people at two schools become known. */
    private void newPeople(String knownAt, int count, String day) {
        KafkaFixture.awaitIntake("qadam.completions", cohort);
        givenHeld("KZ-75", count, day);
        becameKnown(at(knownAt));
    }

    private void opened(String when) {
        givenSeries("DAILY", year + "-01-01", at(when));
    }

    private void makeUntil(String now) {
        maker.makeDue(instant(now));
    }

    private MonthEndTables.OfCohort ofCohort(MonthEndTables tables) {
        return tables.cohort(cohort).orElseThrow();
    }

    private ReleasedCohort ofCohort(Release release) {
        return release.cohort(cohort).orElseThrow();
    }

    private String at(String local) {
        return instant(local).toString();
    }

    private Instant instant(String local) {
        return LocalDateTime.parse(year + "-" + local).atZone(AlmatyTime.ZONE).toInstant();
    }

    private List<Long> numbers() {
        return database.transaction(handle -> handle.createQuery("select number from release order by number")
                .mapTo(Long.class)
                .list());
    }
}

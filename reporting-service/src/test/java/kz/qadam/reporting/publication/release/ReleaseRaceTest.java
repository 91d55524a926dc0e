package kz.qadam.reporting.publication.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.SeriesFixture.becameKnown;
import static kz.qadam.reporting.SeriesFixture.freshYear;
import static kz.qadam.reporting.SeriesFixture.givenSeries;
import static kz.qadam.reporting.SeriesFixture.restoreKnowledge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTimeReaderFixture;
import kz.qadam.reporting.audit.archive.EventLogStream;
import kz.qadam.reporting.catalogue.CatalogueCache;
import kz.qadam.reporting.intake.rebuild.Rebuilding;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.ReleaseContinuation;
import kz.qadam.reporting.release.store.Releases;
import kz.qadam.reporting.release.store.StoredRelease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Releases are originals: made once, equal wherever they are made, and only added. */
@ReportingTest
@Order(1) // It replays all that other tests have left.
class ReleaseRaceTest {

    private static final int DAYS = 20;

    /** An instance of the service, with a memory of its own. */
    private record Instance(ReleaseMaker maker, PublishedReleases releases, MeterRegistry metrics) {

        double contradictions() {
            return metrics.get("qadam.releases.contradictions").counter().count();
        }
    }

    @Inject
    Database database;

    @Inject
    Releases releases;

    @Inject
    Rebuilding rebuilding;

    @Inject
    EventLogStream archivedEvents;

    private final int year = freshYear();
    private final String cohort = "race-" + UUID.randomUUID();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @BeforeEach
    void a_series_is_open_and_two_schools_have_trained_eleven_each() {
        releases.remove();
        givenCohort(cohort, 10L);
        for (int i = 0; i < 11; i++) {
            givenTrained(cohort, "KZ-75", "school-1", year + "-01-20");
            givenTrained(cohort, "KZ-75", "school-2", year + "-01-20");
        }
        awaitTrained(cohort, 22);
        becameKnown(year + "-01-01T00:00:00Z");
        givenSeries("DAILY", year + "-01-01", year + "-01-31T12:00:00Z");
    }

    @AfterEach
    void clean() {
        threads.shutdownNow();
        restoreKnowledge();
        releases.remove();
    }

    @Test
    void two_instances_make_each_release_once_and_alike() {
        Instance one = instance();
        Instance other = instance();

        Stream.of(one, other)
                .map(instance ->
                        CompletableFuture.runAsync(() -> instance.maker().makeDue(afterDays(DAYS)), threads))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(one("select count(*) from release", Long.class)).isEqualTo(DAYS);
        assertThat(one.contradictions() + other.contradictions()).isZero();
    }

    @Test
    void a_release_that_another_instance_made_otherwise_is_kept_and_alarms() {
        Instance slow = instance();
        slow.releases().reload();
        ReleaseContinuation before = slow.releases().last();
        StoredRelease made =
                slow.maker().made(before, before.series().orElseThrow().first());
        execute("""
                insert into release (number, through, on_day, public_from, batch, rule, body)
                values (31, now(), now(), now(), 0, 1, '{}')
                """);

        slow.maker().keep(made);

        assertThat(slow.contradictions()).isEqualTo(1);
        assertThat(releases.document(31)).isEqualTo("{}");
    }

    @Test
    void after_a_rebuild_the_same_release_would_be_made() {
        Instance before = instance();
        before.maker().makeDue(afterDays(1));
        StoredRelease made = next(before);

        rebuilding.run();

        assertThat(new String(next(instance()).body(), UTF_8)).isEqualTo(new String(made.body(), UTF_8));
        assertThat(releases.made(31)
                        .monthEnd()
                        .cohort(cohort)
                        .orElseThrow()
                        .country()
                        .trained())
                .isEqualTo(20);
    }

    @Test
    void a_rebuild_keeps_all_releases() {
        instance().maker().makeDue(afterDays(1));
        String made = releases.document(31);

        rebuilding.run();

        assertThat(releases.document(31)).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update release set body = '{}'",
                "update release set public_from = now()",
                "delete from release",
                "truncate release cascade",
                "update release_series set opened_at = now()",
                "delete from release_series",
                "truncate release_series"
            })
    void releases_and_their_series_are_only_added(String change) {
        instance().maker().makeDue(afterDays(1));

        assertThatThrownBy(() -> execute(change)).hasStackTraceContaining("are only added");
    }

    @Test
    void the_digest_is_of_the_kept_bytes() {
        instance().maker().makeDue(afterDays(1));

        assertThat(one("select digest = encode(sha256(body), 'hex') from release", Boolean.class))
                .isTrue();
    }

    private static StoredRelease next(Instance instance) {
        instance.releases().reload();
        ReleaseContinuation last = instance.releases().last();
        return instance.maker().made(last, last.series().orElseThrow().date(last.number() + 1));
    }

    private Instant afterDays(int days) {
        return LocalDate.of(year, 1, 31)
                .plusDays(days)
                .atStartOfDay(AlmatyTime.ZONE)
                .toInstant();
    }

    private Instance instance() {
        var known = releases.ofAnotherInstance();
        var metrics = new SimpleMeterRegistry();
        var points = PointInTimeReaderFixture.ofAnotherInstance(database);
        return new Instance(
                new ReleaseMaker(database, points, new CatalogueCache(), known, archivedEvents, metrics),
                known,
                metrics);
    }
}

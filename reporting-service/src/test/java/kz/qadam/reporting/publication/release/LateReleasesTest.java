package kz.qadam.reporting.publication.release;

import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.SeriesFixture.ANY_YEAR;
import static kz.qadam.reporting.SeriesFixture.givenSeries;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.Releases;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The series was opened on 31 January; its first release is public on 1 February at six. */
@ReportingTest
class LateReleasesTest {

    @Inject
    LateReleases late;

    @Inject
    ReleaseMaker maker;

    @Inject
    PublishedReleases published;

    @Inject
    Releases releases;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void a_series_is_open() {
        releases.remove();
        givenCatalogue();
        givenSeries("DAILY", ANY_YEAR + "-01-01", at("01-31T12:00").toString());
        published.reload();
    }

    @AfterEach
    void clean() {
        releases.remove();
        late.check(Instant.EPOCH);
    }

    @Test
    void before_six_no_release_is_late() {
        late.check(at("02-01T05:59"));

        assertThat(gauge()).isZero();
        assertThat(health()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void at_six_a_release_that_was_not_made_is_late() {
        late.check(at("02-01T06:00"));

        assertThat(gauge()).isEqualTo(1);
        assertThat(health()).isEqualTo(HealthCheckResponse.Status.DOWN);
    }

    @Test
    void every_missed_release_is_late() {
        late.check(at("02-03T07:00"));

        assertThat(gauge()).isEqualTo(3);
    }

    @Test
    void a_release_that_was_made_up_is_late_no_more() {
        late.check(at("02-01T06:00"));

        maker.makeDue(at("02-01T06:00"));
        late.check(at("02-01T06:00"));

        assertThat(gauge()).isZero();
    }

    private double gauge() {
        return metrics.get("qadam.releases.late").gauge().value();
    }

    private HealthCheckResponse.Status health() {
        return late.health().call().getStatus();
    }

    private Instant at(String local) {
        return LocalDateTime.parse(ANY_YEAR + "-" + local)
                .atZone(AlmatyTime.ZONE)
                .toInstant();
    }
}

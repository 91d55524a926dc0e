package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.FiguresOfItsOwn;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.catalogue.CatalogueCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For how long figures have been provisional, as each instance shows it. */
@ReportingTest
@TestProfile(FiguresOfItsOwn.class)
class ProvisionalMetricsTest {

    private final UUID letter = UUID.randomUUID();

    @Inject
    Database database;

    @Inject
    PointInTimeResolver points;

    @Inject
    CatalogueCache catalogues;

    @BeforeEach
    void figures_are_provisional() {
        givenCatalogue();
        await().until(() -> one("select count(*) from intake_batch", Long.class) > 0);
        execute("""
                insert into dead_letter (id, topic, partition, record_offset, value, reason, copied_at)
                values ('%1$s', 'qadam.completions', 0, -%2$d, '', 'a test', now());
                insert into dead_letter_span (id, opened) values ('%1$s', 0)
                """.formatted(letter, letter.getMostSignificantBits() >>> 1));
    }

    @AfterEach
    void resolve() {
        execute("delete from dead_letter_span where id = '%1$s'; delete from dead_letter where id = '%1$s'"
                .formatted(letter));
    }

    @Test
    void an_instance_that_has_just_started_counts_from_when_they_became_provisional() {
        durationOfAnInstance();
        execute("update provisional_since set since = now() - interval '2 hours'");

        assertThat(durationOfAnInstance()).isBetween(7_200.0, 7_300.0);
    }

    @Test
    void once_they_are_final_it_is_zero() {
        durationOfAnInstance();

        resolve();

        await().untilAsserted(() -> assertThat(durationOfAnInstance()).isZero());
    }

    private double durationOfAnInstance() {
        return new ProvisionalMetrics(points, catalogues).duration(database);
    }
}

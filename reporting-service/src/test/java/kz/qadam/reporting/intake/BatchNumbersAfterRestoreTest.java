package kz.qadam.reporting.intake;

import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.archive.LostSegments;
import kz.qadam.reporting.DatabaseFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;

/** The numbers of batches after the database went back to a backup; each test is rolled back. */
@ReportingTest
class BatchNumbersAfterRestoreTest {

    @Inject
    Database database;

    @Inject
    BatchNumbersAfterRestore batches;

    @Inject
    IntakeClock clock;

    @Test
    void no_number_that_was_given_after_the_backup_is_given_again() {
        givenCatalogue();
        await().until(() -> DatabaseFixture.one("select count(*) from intake_batch", Long.class) > 0);
        AtomicLong newest = new AtomicLong();

        long next = database.transaction(
                handle -> {
                    newest.set(handle.createQuery("select number from intake_clock")
                            .mapTo(Long.class)
                            .one());
                    batches.restored(handle, LostSegments.NONE);
                    return clock.open(handle);
                },
                opened -> false);

        assertThat(next).isGreaterThan(newest.get() + 100_000);
    }
}

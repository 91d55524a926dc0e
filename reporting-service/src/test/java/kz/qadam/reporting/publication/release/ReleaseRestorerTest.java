package kz.qadam.reporting.publication.release;

import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.SeriesFixture.givenSeries;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.events.archive.LostSegments;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.Releases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases that were public when the database went back to a backup. */
@ReportingTest
class ReleaseRestorerTest {

    private record Config(Path directory) implements ReleasesConfig {

        @Override
        public boolean trial() {
            return true;
        }

        @Override
        public Opening open() {
            return Opening.BY_REQUEST;
        }

        @Override
        public boolean enabled() {
            return false;
        }

        @Override
        public Optional<Path> copies() {
            return Optional.of(directory);
        }
    }

    @TempDir
    Path copies;

    @Inject
    ReleaseMaker maker;

    @Inject
    PublishedReleases published;

    @Inject
    Releases releases;

    @Inject
    Database database;

    private final Instant opened = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(10, ChronoUnit.MINUTES);

    @BeforeEach
    void a_trial_is_open() {
        givenCatalogue();
        releases.remove();
        open();
    }

    @AfterEach
    void clean() {
        releases.remove();
    }

    private void open() {
        givenSeries("EACH_MINUTE", LocalDate.ofInstant(opened, AlmatyTime.ZONE).toString(), opened.toString());
        published.reload();
    }

    private List<String> restored() {
        List<String> said = database.transaction(
                handle -> new ReleaseRestorer(new Config(copies), AlmatyTime.ZONE).restored(handle, LostSegments.NONE));
        published.reload();
        return said;
    }

    /** The newest release that is due was made, and copied. */
    private String madeAndCopied() throws IOException {
        maker.makeDue(Instant.now());
        String document = releases.document(published.last().number());
        Files.writeString(
                copies.resolve("%06d.json".formatted(published.last().number())), document, StandardCharsets.UTF_8);
        return document;
    }

    @Test
    void they_have_the_same_bytes_again() throws IOException {
        String before = madeAndCopied();
        long number = published.last().number();
        releases.remove();
        open();

        List<String> said = restored();

        assertThat(said).contains("release %d, from its copy".formatted(number));
        assertThat(releases.document(number)).isEqualTo(before);
    }

    @Test
    void those_that_nobody_has_a_copy_of_are_not_made() {
        List<String> said = restored();

        assertThat(said)
                .singleElement()
                .asString()
                .contains("have no copy, and are not made: nobody can count any more what was known then");
        maker.makeDue(Instant.now().truncatedTo(ChronoUnit.MINUTES));
        assertThat(published.last().release()).isEmpty();
    }

    @Test
    void a_second_restore_changes_nothing() {
        restored();

        assertThat(restored()).isEmpty();
    }

    @Test
    void copies_of_what_is_there_change_nothing() throws IOException {
        madeAndCopied();

        assertThat(restored()).noneMatch(one -> one.contains("from its copy"));
    }
}

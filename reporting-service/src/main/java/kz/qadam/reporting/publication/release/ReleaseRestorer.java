package kz.qadam.reporting.publication.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.events.archive.LostSegments;
import kz.qadam.chassis.events.restore.RestoreListener;
import kz.qadam.reporting.release.ReleaseSeries;
import kz.qadam.reporting.release.store.ReleaseStore;
import kz.qadam.reporting.release.store.StoredRelease;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * After the database went back to a backup, puts back the public releases that it lacks, byte for byte from copies. What was
 * known at an instant since the backup, nobody can count any more: so other releases of that time are not made.
 */
@ApplicationScoped
class ReleaseRestorer implements RestoreListener {

    private static final String NEWEST = "select coalesce(max(number), 0) from release";
    private static final String BATCH = "select number from intake_clock";

    private final Optional<Path> copies;
    private final ZoneId zone;

    ReleaseRestorer(ReleasesConfig config, @ConfigProperty(name = "qadam.zone") ZoneId zone) {
        this.copies = config.copies();
        this.zone = zone;
    }

    @Override
    public List<String> restored(Handle database, LostSegments lost) {
        List<String> said = new ArrayList<>();
        Optional<ReleaseSeries> series = ReleaseStore.series(database, zone);
        if (series.isEmpty()) {
            return said;
        }
        long batch = number(database, BATCH);
        for (Path copy : after(number(database, NEWEST))) {
            StoredRelease release = StoredRelease.ofCopy(content(copy), batch);
            ReleaseStore.addRule(database, release.rule(), release.onDay());
            ReleaseStore.add(database, release);
            said.add("release %d, from its copy".formatted(release.number()));
        }
        long newest = Math.max(number(database, NEWEST), ReleaseStore.notMade(database));
        long due = series.get().newest(ReleaseStore.now(database)).number();
        if (due > newest) {
            ReleaseStore.leaveOut(database, due);
            said.add("releases %d to %d have no copy, and are not made: nobody can count any more what was known then"
                    .formatted(newest + 1, due));
        }
        return said;
    }

    private static long number(Handle database, String query) {
        return database.createQuery(query).mapTo(Long.class).one();
    }

    /** The copies of later releases, in their order. */
    private List<Path> after(long number) {
        if (copies.isEmpty() || !Files.isDirectory(copies.get())) {
            return List.of();
        }
        try (var files = Files.list(copies.get())) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{1,18}\\.json"))
                    .filter(file -> numberOf(file) > number)
                    .sorted((one, other) -> Long.compare(numberOf(one), numberOf(other)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long numberOf(Path copy) {
        return Long.parseLong(copy.getFileName().toString().replace(".json", ""));
    }

    private static byte[] content(Path copy) {
        try {
            return Files.readAllBytes(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

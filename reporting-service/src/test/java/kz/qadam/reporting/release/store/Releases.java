package kz.qadam.reporting.release.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.reporting.SeriesFixture;
import kz.qadam.reporting.release.Release;

/** Lets tests of other features begin without releases, and look at those that were made. */
@ApplicationScoped
public class Releases {

    private final PublishedReleases published;
    private final Database database;

    Releases(PublishedReleases published, Database database) {
        this.published = published;
        this.database = database;
    }

    /** There is neither a series nor a release, and the service has seen none. */
    public void remove() {
        SeriesFixture.removeSeries();
        published.forget();
        published.reload();
    }

    /** A release that was made, public or not. */
    public Release made(long number) {
        return database.transaction(handle -> MadeReleases.read(handle, number));
    }

    /** A release that was made and not kept. */
    public Release read(StoredRelease made) {
        return ReleaseDocument.read(made.body());
    }

    /** The document of a release. */
    public String document(long number) {
        return new String(
                database.transaction(handle -> ReleaseStore.body(handle, number).orElseThrow()),
                StandardCharsets.UTF_8);
    }

    /** A further instance, which remembers nothing yet. */
    public PublishedReleases ofAnotherInstance() {
        return new PublishedReleases(database, AlmatyTime.ZONE);
    }
}

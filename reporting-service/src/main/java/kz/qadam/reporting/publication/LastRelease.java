package kz.qadam.reporting.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.LastOccurrence;
import kz.qadam.chassis.desk.LastOccurrences;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.store.PublishedReleases;

/** Since when the newest release is public, for office and auditors. */
@ApplicationScoped
class LastRelease implements LastOccurrences {

    private static final String TEXT = "last.release";

    private final PublishedReleases releases;

    LastRelease(PublishedReleases releases) {
        this.releases = releases;
    }

    @Override
    public List<LastOccurrence> last(Caller caller) {
        if (!caller.isOffice() && !caller.isAuditor()) {
            return List.of();
        }
        Release newest = releases.newest().release();
        return List.of(
                newest == null
                        ? LastOccurrence.never(Message.of(TEXT + "/never"), PublicationPage.PATH)
                        : LastOccurrence.at(
                                newest.publicFrom(), Message.of(TEXT, newest.number()), PublicationPage.PATH));
    }
}

package kz.qadam.progress.xapi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.progress.xapi.reading.PlatformKind;
import org.jdbi.v3.core.Handle;

/**
 * What an institution sees of its platforms at one time.
 *
 * @param today what became of the statements of this day
 * @param courses those of which nobody has said which of ours they are, the most frequent first
 * @param waiting the accounts whose statements wait, those with most of them first
 * @param newest the statements of which something has changed last
 * @param ours the codes of our courses
 */
record PlatformOverview(
        List<One> platforms,
        PlatformTraffic.OfDay today,
        List<WaitingStatementsView.Group> courses,
        List<WaitingRows.Waiting> waiting,
        List<StatementOutcomeRows.Listed> newest,
        List<String> ours) {

    private static final int NEWEST = 10;

    /**
     * A platform.
     *
     * @param last when it has sent something last; null if it never has
     */
    record One(String name, PlatformKind kind, Instant last) {}

    static PlatformOverview read(
            Handle handle, PlatformAccountKeys keys, String institution, Instant now, Language language) {
        Map<String, Instant> last = PlatformTraffic.last(handle, institution);
        return new PlatformOverview(
                new PlatformRows(handle, institution)
                        .all().stream()
                                .map(one -> new One(one.name(), one.profile().kind(), last.get(one.name())))
                                .toList(),
                PlatformTraffic.of(handle, institution, AlmatyTime.dayOf(now)),
                WaitingRows.courses(handle, institution),
                WaitingRows.waiting(handle, institution, keys),
                StatementOutcomeRows.newest(
                        handle, keys, institution, null, StatementOutcomeCursor.of(null), NEWEST, language),
                ourCourses(handle));
    }

    static List<String> ourCourses(Handle handle) {
        return handle.createQuery("select code from course order by code")
                .mapTo(String.class)
                .list();
    }
}

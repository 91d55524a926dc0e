package kz.qadam.progress.xapi;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.xapi.reading.Meaning.Reports;
import kz.qadam.progress.xapi.reading.Meaning.Result;
import kz.qadam.progress.xapi.reading.Platform;
import org.jdbi.v3.core.Handle;

/** The courses of platforms of which nobody has said yet which of ours they are: their ids and how often they were done. */
final class UnnamedCourses {

    /**
     * A course.
     *
     * @param title what the platform calls it; or null
     * @param statements how often it was said to be done
     */
    record Unnamed(
            String institution, String platform, String activity, String title, long statements, Instant lastAt) {

        private Unnamed and(Unnamed other) {
            return new Unnamed(
                    institution,
                    platform,
                    activity,
                    other.title == null ? title : other.title,
                    statements + other.statements,
                    lastAt);
        }
    }

    static final TableColumns<Unnamed> COLUMNS = TableColumns.of(Unnamed.class);

    private static final String ADD = """
            insert into xapi_unnamed_course (%s) select * from %s order by institution, platform, activity
            on conflict (institution, platform, activity) do update
               set title = coalesce(excluded.title, xapi_unnamed_course.title), last_at = excluded.last_at,
                   statements = xapi_unnamed_course.statements + excluded.statements
            """.formatted(COLUMNS.names(), COLUMNS.rows("named"));

    private static final String OF_PLATFORM =
            "select activity from xapi_unnamed_course where institution = :institution and platform = :platform";

    private static final String DELETE = """
            delete from xapi_unnamed_course
             where institution = :institution and platform = :platform and activity = any(:activities)
            """;

    private static final String FIND = """
            select %s from xapi_unnamed_course
             where institution = :institution and platform = :platform and activity = :activity
            """.formatted(COLUMNS.names());

    private UnnamedCourses() {}

    static Optional<Unnamed> find(Handle handle, String institution, String platform, String activity) {
        return handle.createQuery(FIND)
                .bind("institution", institution)
                .bind("platform", platform)
                .bind("activity", activity)
                .map(COLUMNS)
                .findOne();
    }

    static void add(Handle handle, String institution, Collection<Reports> reports, Instant now) {
        Map<List<String>, Unnamed> courses = new LinkedHashMap<>();
        for (Reports one : reports) {
            if (one.result() == Result.DONE) {
                courses.merge(
                        List.of(one.account().platform(), one.activity()),
                        new Unnamed(institution, one.account().platform(), one.activity(), one.title(), 1, now),
                        Unnamed::and);
            }
        }
        if (!courses.isEmpty()) {
            COLUMNS.bind(handle.createUpdate(ADD), courses.values()).execute();
        }
    }

    /** Forgets those of which the profile now says what they are. */
    static void forgetNamed(Handle handle, String institution, Platform platform) {
        List<String> named = handle
                .createQuery(OF_PLATFORM)
                .bind("institution", institution)
                .bind("platform", platform.name())
                .mapTo(String.class)
                .list()
                .stream()
                .filter(platform::saysWhatIs)
                .toList();
        handle.createUpdate(DELETE)
                .bind("institution", institution)
                .bind("platform", platform.name())
                .bindArray("activities", String.class, named)
                .execute();
    }
}

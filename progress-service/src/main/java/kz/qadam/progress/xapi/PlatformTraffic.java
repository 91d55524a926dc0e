package kz.qadam.progress.xapi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** When platforms were heard of, and what became of what they sent; some seconds behind. */
final class PlatformTraffic {

    /** How many statements of a day became what. */
    record OfDay(long counted, long repeated, long waiting, long ignored) {}

    private static final TableColumns<OfDay> OF_DAY = TableColumns.of(OfDay.class);

    private static final String LAST =
            "select platform, last_at from xapi_platform_use where institution = :institution";

    private static final String COUNT = """
            select coalesce(sum(statements) filter (where became = 'counted'), 0) as counted,
                   coalesce(sum(statements) filter (where became = 'repeated'), 0) as repeated,
                   coalesce(sum(statements) filter (where became = 'waiting'), 0) as waiting,
                   coalesce(sum(statements) filter (where became = 'ignored'), 0) as ignored
              from (select statements,
                           case when outcome in ('counted', 'repeated') then outcome
                                when outcome in ('unnamed-course', 'no-account', 'no-enrolment') then 'waiting'
                                else 'ignored' end as became
                      from xapi_count
                     where institution = :institution and day = :day and outcome <> 'expired') as came
            """;

    private PlatformTraffic() {}

    /** When each platform has sent something last, by its name. */
    static Map<String, Instant> last(Handle handle, String institution) {
        Map<String, Instant> last = new HashMap<>();
        handle.createQuery(LAST)
                .bind("institution", institution)
                .map((row, context) -> last.put(
                        row.getString("platform"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
        return last;
    }

    static OfDay of(Handle handle, String institution, LocalDate day) {
        return handle.createQuery(COUNT)
                .bind("institution", institution)
                .bind("day", day)
                .map(OF_DAY)
                .one();
    }
}

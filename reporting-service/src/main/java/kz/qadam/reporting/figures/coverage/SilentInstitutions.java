package kz.qadam.reporting.figures.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskRows;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.reporting.release.ReleasedCoverage;

/**
 * Active institutions that have sent nothing for 30 days, or never, as {@link CoverageReader} has them. An institution
 * hears of itself.
 */
@ApplicationScoped
class SilentInstitutions implements TaskSource {

    private static final String QUIET = """
            with quiet as (
                select (select max(day) from tally
                         where institution = code and to_batch = still_open() and received > 0 and day <= :on) as last_day
                  from catalogue_fact
                 where kind = 'INSTITUTION' and to_batch = still_open() and data::json ->> 'status' = 'active' %s
                   and not exists (select from tally
                                    where institution = code and to_batch = still_open() and received > 0
                                      and day > :since and day <= :on))
            """;

    private static final String OF_ALL = QUIET + """
            select 'institutions-silent' as kind, count(*), null::timestamptz as oldest, null::timestamptz as ends
              from quiet where last_day is not null
            union all
            select 'institutions-that-never-sent', count(*), null, null from quiet where last_day is null
            """;

    /** Nothing has come since the end of that day. */
    private static final String OF_ONE = QUIET + """
            select 'nothing-sent' as kind, 1 as count, (last_day + 1)::timestamp at time zone :zone as oldest,
                   null::timestamptz as ends
              from quiet
            """;

    private static final String LIST = CoveragePage.PATH + "?state=";

    private static final Map<String, String> LINKS = Map.of(
            "institutions-silent",
            LIST + "silent",
            "institutions-that-never-sent",
            LIST + "never",
            "nothing-sent",
            "/completion-files");

    private final Database database;
    private final Clock clock;

    SilentInstitutions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Task> tasks(Caller caller) {
        AccessScope scope = caller.scope();
        var today = AlmatyTime.today(clock);
        String sql = (scope.isOfInstitution() ? OF_ONE : OF_ALL)
                .formatted(scope.sql("code", "coalesce(data::json ->> 'region', 'unknown')"));
        return database.transaction(handle -> {
            var query = scope.bindTo(handle.createQuery(sql))
                    .bind("on", today)
                    .bind("since", today.minusDays(ReleasedCoverage.DAYS));
            return TaskRows.read(scope.isOfInstitution() ? query.bind("zone", AlmatyTime.ZONE.getId()) : query, LINKS);
        });
    }
}

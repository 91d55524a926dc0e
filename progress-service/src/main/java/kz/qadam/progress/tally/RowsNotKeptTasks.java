package kz.qadam.progress.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskRows;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.Caller;

/** What an institution sent in the last seven days, today among them, that was not kept. */
@ApplicationScoped
class RowsNotKeptTasks implements TaskSource {

    private static final int DAYS = 7;

    private static final String COUNT = """
            select kind, sum(rows) as count, min(day)::timestamp at time zone :zone as oldest, null::timestamptz as ends
              from tally cross join lateral (values ('rows-in-conflict', conflict), ('rows-rejected', rejected))
                   as verdict (kind, rows)
             where institution = :institution and day > :after and rows > 0
             group by kind
            """;

    private static final String PAGE = "/completion-files";
    private static final Map<String, String> LINKS = Map.of("rows-in-conflict", PAGE, "rows-rejected", PAGE);

    private final Database database;
    private final Clock clock;

    RowsNotKeptTasks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Task> tasks(Caller caller) {
        if (!caller.scope().isOfInstitution()) {
            return List.of();
        }
        LocalDate after = AlmatyTime.today(clock).minusDays(DAYS);
        String institution = caller.scope().institution();
        return database.transaction(handle -> TaskRows.read(
                handle.createQuery(COUNT)
                        .bind("institution", institution)
                        .bind("after", after)
                        .bind("zone", AlmatyTime.ZONE.getId()),
                LINKS));
    }
}

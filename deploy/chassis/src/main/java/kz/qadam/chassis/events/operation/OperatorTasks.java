package kz.qadam.chassis.events.operation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskRows;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.Caller;

/**
 * The tasks that every service has: events that wait for the office, and for auditors the archive too. The bean of a
 * service says which it is.
 */
public abstract class OperatorTasks implements TaskSource {

    private static final String DEAD_LETTERS = """
            select 'unreadable-events' as kind, count(*), min(received_at) as oldest, null::timestamptz as ends
              from dead_letter where resolved_at is null
            """;

    private static final String PARKED = """
            select 'parked-events' as kind, count(*), min(added_at) as oldest, null::timestamptz as ends
              from outbox_event where parked is not null
            """;

    /** A segment of which nobody has confirmed for two hours that it was fetched and checked, as the alert has it. */
    private static final String ARCHIVE = """
            select 'archive-unconfirmed' as kind, count(*), min(sealed_at) as oldest, null::timestamptz as ends
              from archive_segment s
             where manifest is not null and sealed_at < clock_timestamp() - interval '2 hours'
               and not exists (select from archive_confirmation c
                                where c.stream = s.stream and (c.epoch, c.number) >= (s.epoch, s.number))
            union all
            select 'archive-contradicted', count(*), min(received_at), null from archive_anchor where contradicts
            """;

    private final Database database;
    private final Map<String, String> links;
    private final List<String> events;

    /**
     * @param service such as {@code enrolment}
     * @param trail the path of the entries of the trail
     * @param sends whether this service sends events to others
     */
    protected OperatorTasks(Database database, String service, String trail, boolean sends) {
        this.database = database;
        String stuck = StuckPage.stuckOf(service);
        this.links = Map.of(
                "unreadable-events", stuck,
                "parked-events", stuck,
                "archive-unconfirmed", trail + "/segments",
                "archive-contradicted", trail);
        this.events = sends ? List.of(DEAD_LETTERS, PARKED) : List.of(DEAD_LETTERS);
    }

    @Override
    public List<Task> tasks(Caller caller) {
        if (!caller.isOffice() && !caller.isAuditor()) {
            return List.of();
        }
        Stream<String> asked =
                caller.isAuditor() ? Stream.concat(events.stream(), Stream.of(ARCHIVE)) : events.stream();
        String counted = asked.collect(Collectors.joining(" union all "));
        return database.transaction(handle -> TaskRows.read(handle.createQuery(counted), links));
    }
}

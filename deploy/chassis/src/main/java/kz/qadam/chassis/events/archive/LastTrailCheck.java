package kz.qadam.chassis.events.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.LastOccurrence;
import kz.qadam.chassis.desk.LastOccurrences;
import kz.qadam.chassis.http.security.Caller;
import org.jdbi.v3.core.Handle;

/** Up to when somebody outside has fetched and checked the trail of this service, for auditors. */
@ApplicationScoped
class LastTrailCheck implements LastOccurrences {

    private static final String TEXT = "last.trail";

    private static final String UNTIL = """
            select s.sealed_at
              from archive_confirmation c
              join archive_segment s on s.stream = c.stream and s.epoch = c.epoch and s.number = c.number
             where c.stream = 'trail'
             order by c.epoch desc, c.number desc limit 1
            """;

    private final Database database;

    LastTrailCheck(Database database) {
        this.database = database;
    }

    @Override
    public List<LastOccurrence> last(Caller caller) {
        if (!caller.isAuditor()) {
            return List.of();
        }
        return List.of(database.transaction(LastTrailCheck::until)
                .map(until -> LastOccurrence.at(until, Message.of(TEXT), null))
                .orElseGet(() -> LastOccurrence.never(Message.of(TEXT + "/never"), null)));
    }

    private static Optional<Instant> until(Handle handle) {
        return handle.createQuery(UNTIL).mapTo(OffsetDateTime.class).findOne().map(OffsetDateTime::toInstant);
    }
}

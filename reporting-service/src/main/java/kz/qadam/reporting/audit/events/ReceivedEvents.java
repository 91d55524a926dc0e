package kz.qadam.reporting.audit.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.audit.evidence.ReadingLog;

/** Reads single events for the caller, and writes each reading to the log. */
@ApplicationScoped
class ReceivedEvents {

    private final Database database;
    private final ReadingLog readings;
    private final Caller caller;

    ReceivedEvents(Database database, ReadingLog readings, Caller caller) {
        this.database = database;
        this.readings = readings;
        this.caller = caller;
    }

    /** @throws Problem 404 if it was not known then, or is beyond what the caller may see */
    EventView read(UUID id, PointInTime point) {
        AccessScope scope = caller.scope();
        return database.transaction(handle -> {
            EventView event = EventView.find(handle, id, point.batch())
                    .filter(found -> found.isWithin(scope))
                    .orElseThrow(Problem::notFound);
            readings.note(handle, EventResource.PATH + "/" + event.eventId(), point, 1);
            return event;
        });
    }
}

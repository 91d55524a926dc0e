package kz.qadam.enrolment.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.trail.Recording;

/** The tasks of institutions that the caller may see. */
@ApplicationScoped
class ErasureTasks {

    private final Caller caller;
    private final Database database;
    private final Clock clock;
    private final Recording recording;

    ErasureTasks(Caller caller, Database database, Clock clock, Recording recording) {
        this.caller = caller;
        this.database = database;
        this.clock = clock;
        this.recording = recording;
    }

    /** Those that nobody has confirmed, the oldest first. */
    List<ErasureTask> open() {
        AccessScope scope = caller.scope();
        return database.transaction(handle -> InstitutionTaskRows.open(handle, scope));
    }

    /**
     * Confirms a task; one that was confirmed before stays as it is.
     *
     * @param scope what the caller may see
     * @throws Problem 404 if the caller has no such task
     */
    ErasureTask confirm(UUID id, AccessScope scope, ConfirmationPost post) {
        String by = caller.subject();
        Instant now = clock.instant();
        return database.transaction(handle -> {
            if (InstitutionTaskRows.confirm(handle, id, scope, post, by, now)) {
                recording.addWrite(handle, id.toString());
            }
            return InstitutionTaskRows.find(handle, id, scope).orElseThrow(Problem::notFound);
        });
    }
}

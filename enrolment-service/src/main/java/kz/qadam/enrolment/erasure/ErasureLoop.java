package kz.qadam.enrolment.erasure;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.background.BackgroundLoop;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.background.Warnings;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.submissions.imports.ExpiredFiles;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import kz.qadam.enrolment.learners.Aliases;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Erases blocked learners, each in a transaction of its own, when the files that were received before the block are judged:
 * until then a file may hold the number; and some time after a split, so that other services know which enrolments are not
 * of the learner. An erasure that fails does not hold up the others. Any number of instances may do it.
 */
@ApplicationScoped
class ErasureLoop {

    private static final Logger LOG = Logger.getLogger(ErasureLoop.class);

    private static final Actor ERASURES = Actor.ofWork("erasures", Submitter.OFFICE);

    /** How the trail names that a learner was erased. */
    private static final ActorAction ERASURE = new ActorAction("erase a learner", ERASURES);

    /** How the trail names that tasks were not confirmed in time. */
    private static final ActorAction CLEARING = new ActorAction("clear references of erasure tasks", ERASURES);

    private static final Duration MOST = Duration.ofMinutes(10);

    private final Database database;
    private final ErasurePublisher publisher;
    private final ExpiredFiles files;
    private final ErasureConfig config;
    private final Clock clock;
    private final Trail trail;
    private final Warnings warnings = new Warnings(LOG, "An erasure failed and is tried again", Duration.ofSeconds(30));

    ErasureLoop(
            Database database,
            ErasurePublisher publisher,
            ExpiredFiles files,
            ErasureConfig config,
            Clock clock,
            Trail trail) {
        this.database = database;
        this.publisher = publisher;
        this.files = files;
        this.config = config;
        this.clock = clock;
        this.trail = trail;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.startAtIntervals("erasures", config.lookEvery(), this::step);
    }

    private void step() {
        List<ErasureRows.Blocked> ready = database.transaction(handle -> {
            clearOldTasks(handle);
            return ErasureRows.blocked(handle, clock.instant().minus(config.waitAfterSplit())).stream()
                    .filter(one -> !files.hasUnjudged(handle, one.filesBefore()))
                    .toList();
        });
        ready.forEach(this::tryToErase);
        warnings.write();
    }

    private void clearOldTasks(Handle handle) {
        int cleared = InstitutionTaskRows.clearOld(handle, clock.instant());
        if (cleared > 0) {
            trail.addWrite(handle, CLEARING, null, cleared);
        }
    }

    /** Erases a learner, unless a file that was received before is found now. */
    void tryToErase(ErasureRows.Blocked one) {
        try {
            database.transaction(MOST, handle -> erase(handle, one));
        } catch (RuntimeException e) {
            BackgroundLoop.endProcessAfterError(e);
            warnings.add(e.getClass().getSimpleName(), Database.loggable(e));
        }
    }

    /**
     * Whether the learner was erased. Nobody enrols during this transaction, so a file is not being judged, and what is
     * judged later was received after the block: the clock of no instance decides.
     */
    private boolean erase(Handle handle, ErasureRows.Blocked one) {
        Optional<Erasure> blocked = ErasureRows.lockBlocked(handle, one.id());
        if (blocked.isEmpty() || !Aliases.lockExclusively(handle) || files.hasUnjudged(handle, one.filesBefore())) {
            return false;
        }
        Erasure erasure = blocked.get();
        Instant now = clock.instant();
        files.deleteErrorsOfReceivedFiles(handle, now);
        files.deleteUndecryptable(handle, now);
        InstitutionTaskRows.insert(handle, erasure, now, now.plus(config.tasksKeepReferences()));
        ErasureRows.erase(handle, erasure, now);
        publisher.publish(handle, List.of(erasure.learner()));
        trail.addWrite(handle, ERASURE, erasure.learner().toString(), 1);
        return true;
    }
}

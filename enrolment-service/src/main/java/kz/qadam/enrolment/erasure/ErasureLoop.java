package kz.qadam.enrolment.erasure;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.background.BackgroundLoops;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.imports.ExpiredFiles;
import kz.qadam.chassis.security.Actor;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import org.jdbi.v3.core.Handle;

/**
 * Erases blocked learners, one in each transaction, when every file is judged that was sent before the block: until then
 * a file may hold the number. Any number of instances may do it.
 */
@ApplicationScoped
class ErasureLoop {

    /** How the trail names that a learner was erased. */
    private static final ActorAction ERASURE =
            new ActorAction("erase a learner", Actor.ofWork("erasures", Submitter.OFFICE));

    private static final Duration MOST = Duration.ofMinutes(10);

    private final Database database;
    private final ErasurePublisher publisher;
    private final ErasureConfig config;
    private final Clock clock;
    private final Trail trail;

    ErasureLoop(Database database, ErasurePublisher publisher, ErasureConfig config, Clock clock, Trail trail) {
        this.database = database;
        this.publisher = publisher;
        this.config = config;
        this.clock = clock;
        this.trail = trail;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.start("erasures", config.lookEvery(), this::step);
    }

    /** Returns whether a learner was erased, so that another one may follow at once. */
    private boolean step() {
        boolean erased = database.transaction(MOST, this::eraseNext);
        if (erased) {
            publisher.wake();
        }
        return erased;
    }

    private boolean eraseNext(Handle handle) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ErasureTaskRows.clearOld(handle, now);
        Optional<Erasure> next = ErasureRows.lockNext(handle);
        if (next.isEmpty() || ExpiredFiles.hasUnjudged(handle, next.get().blockedAt())) {
            return false;
        }
        Erasure erasure = next.get();
        ExpiredFiles.deleteJudged(handle, now);
        ErasureTaskRows.insert(handle, erasure, now, now.plus(config.tasksKeepReferences()));
        ErasureRows.erase(handle, erasure, now);
        publisher.republish(handle, List.of(ErasurePublisher.subject(erasure.learner())));
        trail.addWrite(handle, ERASURE, erasure.learner().toString(), 1);
        return true;
    }
}

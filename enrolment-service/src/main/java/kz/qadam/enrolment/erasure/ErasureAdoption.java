package kz.qadam.enrolment.erasure;

import com.fasterxml.uuid.Generators;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.submissions.imports.ExpiredFiles;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import kz.qadam.enrolment.learners.AdoptedLearners;
import kz.qadam.enrolment.restore.Adoption;
import org.jdbi.v3.core.Handle;

/**
 * Takes over erasures, and does them again: the older database has the numbers and the texts that were removed. The new
 * references that the enrolments get are others than before; nobody has to agree about them, since every service has given its
 * own ones to what was erased. So nothing is published, unless files that were received before the backup are still to be
 * judged: then the learner is only blocked, and the {@link ErasureLoop} does the rest.
 */
@Singleton
class ErasureAdoption extends Adoption<ErasurePublisher.State> {

    private static final ActorAction AGAIN =
            new ActorAction("erase a learner again", Actor.ofWork(RESTORED, Submitter.OFFICE));

    private final ExpiredFiles files;
    private final ErasureConfig config;
    private final Clock clock;
    private final Trail trail;

    ErasureAdoption(ExpiredFiles files, ErasureConfig config, Clock clock, Trail trail) {
        super("erasures");
        this.files = files;
        this.config = config;
        this.clock = clock;
        this.trail = trail;
        take(ErasurePublisher.TYPE, ErasurePublisher.State.class, ErasurePublisher.State::version);
    }

    @Override
    protected int adopt(Handle database, List<Published<ErasurePublisher.State>> states) {
        AdoptedLearners.add(
                database,
                states.stream().flatMap(one -> one.state().learners().stream()).toList());
        states.forEach(one -> AdoptedErasureRows.write(
                database, erasure(one.state()), one.state().learners()));
        return 0;
    }

    /** The reason is not published; this one says least. */
    private static Erasure erasure(ErasurePublisher.State state) {
        return new Erasure(
                Generators.timeBasedEpochGenerator().generate(),
                state.learnerId(),
                ErasureReason.REQUESTED,
                null,
                RESTORED,
                state.state(),
                state.recordedAt(),
                state.state() == ErasureState.ERASED ? state.recordedAt() : null,
                state.version());
    }

    @Override
    protected List<String> finish(Handle database) {
        List<AdoptedErasureRows.Due> due = AdoptedErasureRows.toBeDone(database);
        if (due.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        int done = 0;
        for (AdoptedErasureRows.Due one : due) {
            if (files.hasUnjudged(database, one.filesBefore())) {
                AdoptedErasureRows.letWait(database, one.erasure().id());
            } else {
                eraseAgain(database, one.erasure(), now);
                done++;
            }
        }
        if (done > 0) {
            files.deleteErrorsOfReceivedFiles(database, now);
            files.deleteUndecryptable(database, now);
        }
        return said(done, due.size() - done);
    }

    private void eraseAgain(Handle database, Erasure erasure, Instant now) {
        InstitutionTaskRows.insert(database, erasure, now, now.plus(config.tasksKeepReferences()));
        ErasureRows.removeNumbersAndTexts(database, erasure.id(), erasure.learner());
        AdoptedErasureRows.done(database, erasure.id());
        trail.addWrite(database, AGAIN, erasure.learner().toString(), 1);
    }

    private static List<String> said(int done, int waiting) {
        List<String> said = new ArrayList<>();
        if (done > 0) {
            said.add("%d learners were erased again; institutions are asked again to forget them".formatted(done));
        }
        if (waiting > 0) {
            said.add("%d learners are blocked, and are erased again when all files that were received are judged"
                    .formatted(waiting));
        }
        return said;
    }
}

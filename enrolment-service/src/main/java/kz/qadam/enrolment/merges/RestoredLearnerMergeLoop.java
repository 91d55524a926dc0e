package kz.qadam.enrolment.merges;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import kz.qadam.enrolment.learners.Aliases;
import kz.qadam.enrolment.learners.MergesDue;
import kz.qadam.enrolment.restore.Adoption;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Merges learners who turned out to be one person when numbers were sent again after a restore. The office sees these merges
 * as its own, and can undo them. Any number of instances may do it.
 */
@ApplicationScoped
class RestoredLearnerMergeLoop {

    private static final Logger LOG = Logger.getLogger(RestoredLearnerMergeLoop.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final String REASON = "The same number was sent again after the database was restored";

    private static final ActorAction MERGE =
            new ActorAction("merge learners", Actor.ofWork(Adoption.RESTORED, Submitter.OFFICE));

    private final Database database;
    private final Merges merges;
    private final Trail trail;

    RestoredLearnerMergeLoop(Database database, Merges merges, Trail trail) {
        this.database = database;
        this.merges = merges;
        this.trail = trail;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.startAtIntervals("merges", EVERY, this::step);
    }

    private void step() {
        boolean isAny = true;
        while (isAny) {
            isAny = database.transaction(this::mergeNext);
        }
    }

    private boolean mergeNext(Handle handle) {
        Optional<MergesDue.Pair> due = MergesDue.next(handle);
        if (due.isEmpty() || !Aliases.lockExclusively(handle)) {
            return false;
        }
        MergesDue.Pair pair = due.get();
        Map<UUID, UUID> surviving = Aliases.surviving(handle, List.of(pair.absorbed(), pair.surviving()));
        boolean isAnyBlocked = surviving.size() < 2;
        if (!isAnyBlocked) {
            merge(handle, pair, surviving);
        }
        return !isAnyBlocked;
    }

    private void merge(Handle handle, MergesDue.Pair pair, Map<UUID, UUID> surviving) {
        var post = new MergePost(surviving.get(pair.absorbed()), surviving.get(pair.surviving()), REASON);
        if (!post.absorbed().equals(post.surviving())) {
            Outcome<Merge> outcome =
                    merges.merge(handle, post, Adoption.RESTORED).outcome();
            if (outcome instanceof Outcome.Kept<Merge>) {
                trail.addWrite(handle, MERGE, post.absorbed().toString(), 1);
            } else {
                LOG.warnf("Learners %s and %s are one person, and cannot be merged", post.absorbed(), post.surviving());
            }
        }
        MergesDue.done(handle, pair);
    }
}

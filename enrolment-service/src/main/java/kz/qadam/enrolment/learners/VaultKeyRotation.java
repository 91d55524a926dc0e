package kz.qadam.enrolment.learners;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Key rotation: when the key file names other keys as current, all learners are hashed and encrypted with these, in
 * small transactions while enrolments continue.
 *
 * <p>First every learner gets a hash and a seal with the current keys. When each running instance uses the current keys
 * for new learners, the earlier keys are retired; learners that were added with them until then are resealed too. Last,
 * the hashes with the earlier keys are deleted. Each step can be repeated, so the rotation continues after a restart.
 */
@ApplicationScoped
class VaultKeyRotation {

    private static final Logger LOG = Logger.getLogger(VaultKeyRotation.class);

    /** How long the transaction of one batch of learners may take. */
    private static final Duration MAX_DURATION = Duration.ofMinutes(10);

    /** How the trail names the retirement of the keys before. */
    private static final ActorAction ROTATION =
            new ActorAction("retire vault keys", Actor.ofWork("key-rotation", Submitter.OFFICE));

    private static final UUID FIRST = new UUID(0, 0);

    private final VaultKeys keys;
    private final VaultInstances instances;
    private final Database database;
    private final VaultConfig config;
    private final Trail trail;
    private VaultKeys.KeyRings handled;

    VaultKeyRotation(VaultKeys keys, VaultInstances instances, Database database, VaultConfig config, Trail trail) {
        this.trail = trail;
        this.keys = keys;
        this.instances = instances;
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.startAtIntervals("vault-instance", config.lookEvery(), this::reportInstance);
        loops.startAtIntervals("key-rotation", config.lookEvery(), this::continueRotation);
    }

    private void reportInstance() {
        keys.reload();
        database.transaction(handle -> {
            instances.report(handle, keys.current());
            return true;
        });
    }

    /** Takes as many steps as possible. Each reading of the key file is a new object, so identity is compared. */
    @SuppressWarnings("ReferenceEquality")
    private void continueRotation() {
        VaultKeys.KeyRings keyRings = keys.current();
        if (keyRings == handled) {
            return;
        }
        if (isCurrentRetired(keyRings)) {
            LOG.error(
                    "The key file names a retired key as current: no new learner can be added. Never reuse a key id.");
            handled = keyRings;
            return;
        }
        boolean canContinue = true;
        while (canContinue && keyRings == keys.current()) {
            canContinue = takeNextStep(keyRings);
        }
    }

    /** Reseals all learners and takes the next step. Returns whether another step can follow at once. */
    private boolean takeNextStep(VaultKeys.KeyRings keyRings) {
        List<RetiredVaultKeys.Key> earlier = RetiredVaultKeys.earlier(keyRings);
        boolean areRetired = areRetired(earlier);
        if (!processAll((handle, after) -> Resealing.resealNext(handle, keyRings, after, config.most()))) {
            return false;
        }
        if (!areRetired) {
            return retire(keyRings, earlier);
        }
        if (!processAll((handle, after) -> RetiredVaultKeys.deleteNextHashes(handle, keyRings, after, config.most()))) {
            return false;
        }
        handled = keyRings;
        if (!earlier.isEmpty()) {
            LOG.infof("No learner is hashed or encrypted with %s any more", earlier);
        }
        return false;
    }

    private boolean isCurrentRetired(VaultKeys.KeyRings keyRings) {
        Set<RetiredVaultKeys.Key> retired = database.transaction(RetiredVaultKeys::all);
        return RetiredVaultKeys.current(keyRings).stream().anyMatch(retired::contains);
    }

    private boolean areRetired(List<RetiredVaultKeys.Key> keys) {
        return database.transaction(handle -> RetiredVaultKeys.all(handle).containsAll(keys));
    }

    /** Waits for each running instance to use the current keys: with retired keys it could not add new learners. */
    private boolean retire(VaultKeys.KeyRings keyRings, List<RetiredVaultKeys.Key> earlier) {
        return database.transaction(handle -> {
            boolean areReady =
                    instances.running(handle, keyRings).stream().allMatch(VaultKeyRotationView.Instance::isReady);
            boolean areRetired = areReady && RetiredVaultKeys.retire(handle, earlier);
            if (areRetired) {
                trail.addWrite(handle, ROTATION, null, earlier.size());
            }
            return areRetired;
        });
    }

    /** Processes all learners in batches. Returns false if another instance is already doing it. */
    private boolean processAll(BatchStep step) {
        UUID last = FIRST;
        while (last != null) {
            UUID after = last;
            LastProcessed processed = database.transaction(
                    MAX_DURATION,
                    handle -> Resealing.tryLock(handle) ? new LastProcessed(step.next(handle, after)) : null);
            if (processed == null) {
                return false;
            }
            last = processed.id();
        }
        return true;
    }

    /** Processes the next learners after an id, and returns the last of them; null if there was none. */
    private interface BatchStep {
        UUID next(Handle handle, UUID after);
    }

    private record LastProcessed(UUID id) {}
}

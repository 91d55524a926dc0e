package kz.qadam.enrolment.learners;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.background.BackgroundLoops;
import kz.qadam.chassis.database.Database;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Brings all learners under the current keys when others are listed, in small transactions beside those that enrol.
 *
 * <p>First everybody gets a hash and a seal under the current keys, until nobody lacks one. Then, when each running
 * instance takes new learners in under them, the earlier ones are retired; whoever slipped in before that is brought over
 * too. Last, the hashes under the earlier keys are deleted, and nothing stands under these any more. Each step can be
 * taken again, so that it goes on after any end.
 */
@ApplicationScoped
class Rotation {

    private static final Logger LOG = Logger.getLogger(Rotation.class);

    /** How long a part of the learners may take. */
    private static final Duration MOST = Duration.ofMinutes(10);

    private static final UUID FIRST = new UUID(0, 0);

    private final VaultKeys keys;
    private final VaultInstances instances;
    private final Database database;
    private final VaultConfig config;
    private VaultKeys.Listed settled;

    Rotation(VaultKeys keys, VaultInstances instances, Database database, VaultConfig config) {
        this.keys = keys;
        this.instances = instances;
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.startAtIntervals("vault-instance", config.lookEvery(), this::say);
        loops.startAtIntervals("key-rotation", config.lookEvery(), this::goOn);
    }

    private void say() {
        keys.look();
        database.transaction(handle -> {
            instances.say(handle, keys.now());
            return true;
        });
    }

    /** Goes on as far as it can. Each reading of the file is another listing, whatever it holds. */
    @SuppressWarnings("ReferenceEquality")
    private void goOn() {
        VaultKeys.Listed listed = keys.now();
        if (listed == settled) {
            return;
        }
        if (isCurrentRetired(listed)) {
            LOG.error(
                    "The key file names a retired key as current: nobody new can be taken in. An id never comes back.");
            settled = listed;
            return;
        }
        boolean goesOn = true;
        while (goesOn && listed == keys.now()) {
            goesOn = step(listed);
        }
    }

    /** Walks all learners once, and takes the next step; whether another can follow at once. */
    private boolean step(VaultKeys.Listed listed) {
        List<RetiredKeys.Key> earlier = RetiredKeys.earlier(listed);
        boolean areRetired = areRetired(earlier);
        if (!walk((handle, after) -> Resealing.next(handle, listed, after, config.most()))) {
            return false;
        }
        if (!areRetired) {
            return retire(listed, earlier);
        }
        if (!walk((handle, after) -> RetiredKeys.unhash(handle, listed, after, config.most()))) {
            return false;
        }
        settled = listed;
        if (!earlier.isEmpty()) {
            LOG.infof("Nothing stands under %s any more", earlier);
        }
        return false;
    }

    private boolean isCurrentRetired(VaultKeys.Listed listed) {
        var current = Set.of(
                new RetiredKeys.Key("lookup", listed.lookup().current()),
                new RetiredKeys.Key("cipher", listed.cipher().current()));
        return database.transaction(handle -> RetiredKeys.all(handle).stream().anyMatch(current::contains));
    }

    private boolean areRetired(List<RetiredKeys.Key> keys) {
        return database.transaction(handle -> RetiredKeys.all(handle).containsAll(keys));
    }

    /** Not before each running instance has heard of the current keys: it could take in nobody new. */
    private boolean retire(VaultKeys.Listed listed, List<RetiredKeys.Key> earlier) {
        return database.transaction(handle -> {
            boolean isTime = instances.running(handle, listed).stream().allMatch(RotationView.Instance::isReady);
            return isTime && RetiredKeys.retire(handle, earlier);
        });
    }

    /** From the first learner to the last; whether it got there, since another instance may be at it. */
    private boolean walk(Batch batch) {
        UUID last = FIRST;
        while (last != null) {
            UUID after = last;
            Walked walked = database.transaction(
                    MOST, handle -> Resealing.isAlone(handle) ? new Walked(batch.next(handle, after)) : null);
            if (walked == null) {
                return false;
            }
            last = walked.last();
        }
        return true;
    }

    /** Does its part for some learners who come after one, and says who the last of them was; null: there was none. */
    private interface Batch {
        UUID next(Handle handle, UUID after);
    }

    private record Walked(UUID last) {}
}

package kz.qadam.enrolment.learners;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import kz.qadam.chassis.base.crypto.KeyFile;
import kz.qadam.chassis.base.crypto.KeyRing;
import kz.qadam.chassis.base.crypto.WatchedKeyFile;

/** The keys of the vault. Without them no learner can be found, so the service does not start. */
@Startup
@Singleton
class VaultKeys {

    /** The keys that the key file listed when it was read. */
    record KeyRings(KeyRing lookup, KeyRing cipher) {

        private static KeyRings in(KeyFile file) {
            return new KeyRings(file.ring("lookup"), file.ring("cipher"));
        }
    }

    private final WatchedKeyFile<KeyRings> file;

    @Inject
    VaultKeys(VaultConfig config) {
        this(config.keys(), config.lookEvery());
    }

    VaultKeys(Path file, Duration age) {
        this.file = new WatchedKeyFile<>(file, age, KeyRings::in);
    }

    KeyRings current() {
        return file.now();
    }

    /** Reads the key file at once. Returns whether the keys have changed. */
    boolean reload() {
        return file.look();
    }
}

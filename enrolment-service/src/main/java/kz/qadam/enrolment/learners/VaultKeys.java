package kz.qadam.enrolment.learners;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import kz.qadam.chassis.crypto.KeyFile;
import kz.qadam.chassis.crypto.KeyRing;
import kz.qadam.chassis.crypto.WatchedKeyFile;

/** The secrets of the vault. Without them nobody could be found again, so that the service does not start. */
@Startup
@Singleton
class VaultKeys {

    /** The keys as they are listed at one time. */
    record Listed(KeyRing lookup, KeyRing cipher) {

        private static Listed in(KeyFile file) {
            return new Listed(file.ring("lookup"), file.ring("cipher"));
        }
    }

    private final WatchedKeyFile<Listed> file;

    @Inject
    VaultKeys(VaultConfig config) {
        this(config.keys(), config.lookEvery());
    }

    VaultKeys(Path file, Duration age) {
        this.file = new WatchedKeyFile<>(file, age, Listed::in);
    }

    Listed now() {
        return file.now();
    }

    /** Looks at once whether others are listed. */
    boolean look() {
        return file.look();
    }
}

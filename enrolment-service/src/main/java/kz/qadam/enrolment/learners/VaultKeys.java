package kz.qadam.enrolment.learners;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import kz.qadam.chassis.crypto.KeyFile;
import kz.qadam.chassis.crypto.KeyRing;

/** The secrets of the vault. Without them nobody could be found again, so that the service does not start. */
@Startup
@Singleton
class VaultKeys {

    final KeyRing lookup;
    final KeyRing cipher;

    @Inject
    VaultKeys(VaultConfig config) {
        this(config.keys());
    }

    VaultKeys(Path file) {
        KeyFile all = KeyFile.read(file);
        lookup = all.ring("lookup");
        cipher = all.ring("cipher");
    }
}

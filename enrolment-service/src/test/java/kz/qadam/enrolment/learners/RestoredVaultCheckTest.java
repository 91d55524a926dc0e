package kz.qadam.enrolment.learners;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.numbers.Iin;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is restored with the keys of its own vault, and with no others. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RestoredVaultCheckTest {

    private static final Instant NOW = Instant.parse("2026-02-01T05:00:00Z");

    @Inject
    VaultConfig config;

    @Inject
    Database database;

    @Inject
    Learners learners;

    @TempDir
    Path folder;

    private VaultFile own;

    @BeforeEach
    void somebody_is_in_the_vault() {
        own = new VaultFile(config.keys());
        database.transaction(
                handle -> learners.admit(handle, Set.of(Identity.Personal.of(new Iin(People.iin()))), NOW));
    }

    private void restoreWith(VaultFile file) {
        var condition = new RestoredVaultCheck(new VaultKeys(file.path(), Duration.ofHours(1)));
        database.transaction(handle -> {
            condition.require(handle);
            return null;
        });
    }

    @Test
    void its_own_keys_are_accepted() {
        assertThatCode(() -> restoreWith(own)).doesNotThrowAnyException();
    }

    @Test
    void keys_that_decrypt_no_number_are_refused() {
        VaultFile foreign = own.with(folder.resolve("foreign"), List.of("other"));
        foreign.rotate();
        foreign.prune();

        assertThatThrownBy(() -> restoreWith(foreign)).hasMessageContaining("its numbers cannot be decrypted");
    }

    @Test
    void keys_that_find_nobody_are_refused() {
        VaultFile foreign = own.with(folder.resolve("foreign"), List.of("other"));

        assertThatThrownBy(() -> restoreWith(foreign)).hasMessageContaining("nobody in it is found by their number");
    }
}

package kz.qadam.enrolment.learners;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import kz.qadam.chassis.events.restore.RestorePrecondition;
import org.jdbi.v3.core.Handle;

/** With the keys of another vault nobody would be found again: each person would be enrolled a second time. */
@ApplicationScoped
class RestoredVaultCheck implements RestorePrecondition {

    private static final String ONE_OF_EACH_KEY = """
            select distinct on (cipher_key) %s from learner where sealed is not null order by cipher_key
            """.formatted(VaultRows.LEARNERS.names());

    private final VaultKeys keys;

    RestoredVaultCheck(VaultKeys keys) {
        this.keys = keys;
    }

    @Override
    public void require(Handle database) {
        VaultKeys.KeyRings own = keys.current();
        database.createQuery(ONE_OF_EACH_KEY).map(VaultRows.LEARNERS).list().forEach(one -> {
            if (!isFound(new VaultRows(database, own), opened(one, own))) {
                throw new IllegalStateException(
                        "The key file of the vault has not the keys of this database: nobody in it is found by their number.");
            }
        });
    }

    private static Identity.Personal opened(VaultRows.SealedLearner learner, VaultKeys.KeyRings own) {
        try {
            return new LearnerSeal(own.cipher()).open(learner.id(), learner.number());
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "The key file of the vault has not the keys of this database: its numbers cannot be decrypted.", e);
        }
    }

    private static boolean isFound(VaultRows vault, Identity.Personal person) {
        return !vault.find(Set.of(person)).isEmpty();
    }
}

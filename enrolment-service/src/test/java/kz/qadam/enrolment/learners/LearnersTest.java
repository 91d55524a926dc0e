package kz.qadam.enrolment.learners;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.Concurrently;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.numbers.Iin;
import kz.qadam.local.QadamBackends;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LearnersTest {

    private static final Instant NOW = Instant.parse("2026-02-01T05:00:00Z");

    @Inject
    Learners learners;

    @Inject
    Database database;

    @Inject
    VaultKeys keys;

    private final Identity.Personal person = Identity.Personal.of(new Iin(People.iin()));

    private Learners.Admission admit(Handle handle) {
        return learners.admit(handle, Set.of(person), NOW);
    }

    @Test
    void two_that_bring_the_same_new_person_at_once_find_one_learner() {
        var both = Concurrently.meet(database, this::admit, () -> database.transaction(this::admit));

        assertThat(both.second().ids()).isEqualTo(both.first().ids());
        assertThat(both.second().created()).isEmpty();
    }

    @Test
    void a_transaction_that_waited_for_one_that_gave_up_creates_the_learner() {
        var both = Concurrently.meet(
                database,
                handle -> {
                    var admission = admit(handle);
                    learners.remove(handle, admission.created());
                    return admission;
                },
                () -> database.transaction(this::admit));

        assertThat(both.second().created()).hasSize(1);
    }

    @Test
    void the_sealed_identity_of_a_learner_opens_with_the_current_key() {
        UUID id = database.transaction(this::admit).ids().get(person);

        var sealed = database.transaction(
                handle -> handle.createQuery("select cipher_key, nonce, sealed from learner where id = :id")
                        .bind("id", id)
                        .map((row, context) -> new SealedValue(row.getString(1), row.getBytes(2), row.getBytes(3)))
                        .one());

        assertThat(new LearnerSeal(keys.current().cipher()).open(id, sealed)).isEqualTo(person);
    }

    @Test
    void only_learners_who_exist_survive_as_themselves() {
        UUID id = database.transaction(this::admit).ids().get(person);

        var known = database.transaction(handle -> Aliases.surviving(handle, Set.of(id, UUID.randomUUID())));

        assertThat(known).containsOnly(Map.entry(id, id));
    }
}

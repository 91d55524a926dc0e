package kz.qadam.enrolment.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.enrolment.Concurrently;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.numbers.Iin;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances that have, and have not, heard of new keys. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class DifferentKeysTest {

    private static final Instant NOW = Instant.parse("2026-02-01T05:00:00Z");

    @Inject
    VaultConfig config;

    @Inject
    Database database;

    @TempDir
    Path folder;

    private final Identity.Personal person = Identity.Personal.of(new Iin(People.iin()));
    private String old;

    @BeforeEach
    void read() {
        old = new VaultFile(config.keys()).current("lookup");
    }

    @AfterEach
    void forget_the_keys_of_this_test() {
        DatabaseFixture.execute("delete from learner_key where key_id like 'test-%'");
        DatabaseFixture.execute("delete from retired_key where id like 'test-%'");
    }

    private Learners knowing(String... lookups) {
        var file = new VaultFile(config.keys()).with(folder.resolve(String.join("-", lookups)), List.of(lookups));
        return new Learners(new VaultKeys(file.path(), Duration.ofHours(1)), config);
    }

    private Learners.Admission admitted(Learners instance) {
        return database.transaction(handle -> instance.admit(handle, Set.of(person), NOW));
    }

    private List<String> keysOf(UUID learner) {
        return database.transaction(
                handle -> handle.createQuery("select key_id from learner_key where learner_id = :id order by key_id")
                        .bind("id", learner)
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void a_new_person_is_found_by_instances_that_know_one_of_the_keys() {
        var created = admitted(knowing(old, "test-2"));

        var found = admitted(knowing(old));

        assertThat(found.ids()).isEqualTo(created.ids());
        assertThat(found.created()).isEmpty();
    }

    @Test
    void an_instance_that_has_heard_waits_for_one_that_has_not_and_finds_its_learner() {
        Learners hasNot = knowing(old);
        Learners has = knowing(old, "test-2");

        var both =
                Concurrently.meet(database, handle -> hasNot.admit(handle, Set.of(person), NOW), () -> admitted(has));

        assertThat(both.second().ids()).isEqualTo(both.first().ids());
        assertThat(both.second().created()).isEmpty();
        assertThat(keysOf(both.first().ids().get(person))).containsExactlyInAnyOrder(old, "test-2");
    }

    @Test
    void an_instance_that_has_not_heard_waits_for_one_that_has_and_finds_its_learner() {
        Learners hasNot = knowing(old);
        Learners has = knowing(old, "test-2");

        var both =
                Concurrently.meet(database, handle -> has.admit(handle, Set.of(person), NOW), () -> admitted(hasNot));

        assertThat(both.second().ids()).isEqualTo(both.first().ids());
        assertThat(both.second().created()).isEmpty();
    }

    @Test
    void an_instance_all_of_whose_keys_are_retired_takes_in_nobody() {
        Learners stale = knowing("test-3");
        retire("test-3");

        assertThatThrownBy(() -> admitted(stale))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
        assertThat(admitted(knowing(old)).created()).hasSize(1);
    }

    @Test
    void nobody_new_is_looked_up_under_a_retired_key() {
        Learners instance = knowing("test-3", old);
        retire("test-3");

        var created = admitted(instance);

        assertThat(keysOf(created.ids().get(person))).containsExactly(old);
    }

    private void retire(String key) {
        database.transaction(handle -> {
            RetiredVaultKeys.retire(handle, List.of(new RetiredVaultKeys.Key("lookup", key)));
            return true;
        });
    }
}

package kz.qadam.enrolment.learners;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RetentionTest {

    /** Before everything that other tests do. */
    private static final LocalDate DAY = LocalDate.of(2011, 1, 1);

    @Inject
    Database database;

    @Inject
    VaultKeys keys;

    @Inject
    Retention retention;

    private final String iin = People.iin();
    private String school;
    private String course;
    private String enrolment;
    private UUID learner;

    @BeforeEach
    void somebody_who_was_last_active_long_ago() {
        school = school();
        course = course();
        ExtractableResponse<Response> enrolled =
                enrol(school, enrolment("E-1", course, iin)).statusCode(201).extract();
        enrolment = enrolled.path("id");
        learner = UUID.fromString(enrolled.path("learnerId"));
        DatabaseFixture.execute("""
                update learner set recorded_at = '2010-06-01' where id = '%s';
                update enrolment set recorded_at = '2010-06-01', enrolled_on = '2010-06-01' where id = '%s';
                """.formatted(learner, enrolment));
    }

    private List<UUID> expired() {
        return database.transaction(handle -> expired(handle, learner));
    }

    /** This learner, if its number has expired. */
    private static List<UUID> expired(Handle handle, UUID one) {
        return ExpiredNumbers.examine(handle, DAY, before(one), 1).expired();
    }

    private static UUID before(UUID one) {
        return new UUID(one.getMostSignificantBits(), one.getLeastSignificantBits() - 1);
    }

    private OptionalInt remove(Collection<UUID> learners) {
        return database.transaction(handle -> ExpiredNumbers.remove(handle, DAY, learners));
    }

    private String learnerOfNextEnrolment() {
        return enrol(school, enrolment("E-2", course, iin))
                .statusCode(201)
                .extract()
                .path("learnerId");
    }

    @Test
    void the_number_of_a_learner_without_recent_activity_has_expired() {
        assertThat(expired()).contains(learner);
    }

    @Test
    void a_recent_enrolment_keeps_the_number() {
        DatabaseFixture.execute("update enrolment set recorded_at = '2011-06-01' where id = '" + enrolment + "'");

        assertThat(expired()).doesNotContain(learner);
    }

    @Test
    void a_completion_that_was_heard_of_recently_keeps_the_number() {
        DatabaseFixture.execute("""
                insert into completion (id, enrolment_id, accepted, version, known_at)
                values (gen_random_uuid(), '%s', true, 1, '2011-06-01')
                """.formatted(enrolment));

        assertThat(expired()).doesNotContain(learner);
    }

    @Test
    void an_alias_is_active_when_the_learner_is_that_absorbed_it() {
        UUID alias = new UUID(learner.getMostSignificantBits(), 1);

        List<UUID> expired = database.transaction(
                handle -> {
                    handle.execute("""
                            insert into learner (id, cipher_key, nonce, sealed, recorded_at)
                            values (?, 'none', '', '', '2010-06-01')
                            """, alias);
                    handle.execute("""
                            insert into learner_merge (absorbed, surviving, named, enrolments, reason, decided_by,
                                                       decided_at, recorded_at)
                            values (?, ?, ?, 0, 'One person', 'office', now(), now())
                            """, alias, learner, learner);
                    handle.execute("update enrolment set recorded_at = '2011-06-01' where learner_id = ?", learner);
                    return expired(handle, alias);
                },
                kept -> false);

        assertThat(expired).doesNotContain(alias);
    }

    @Test
    void the_enrolments_stay_when_the_number_goes() {
        assertThat(remove(List.of(learner))).hasValue(1);

        partner(school)
                .get("/v1/enrolments/" + enrolment)
                .then()
                .statusCode(200)
                .body("learnerId", equalTo(learner.toString()));
    }

    @Test
    void a_run_continues_after_the_last_learner_that_it_has_examined() {
        DatabaseFixture.execute("update enrolment set recorded_at = '2011-06-01' where id = '" + enrolment + "'");

        ExpiredNumbers.Examined examined =
                database.transaction(handle -> ExpiredNumbers.examine(handle, DAY, before(learner), 1));

        assertThat(examined).isEqualTo(new ExpiredNumbers.Examined(learner, List.of()));
    }

    @Test
    void a_run_removes_the_expired_numbers_of_all_learners_and_ends() {
        UUID last = new UUID(0, 0);
        while (last != null) {
            last = retention.removeAfter(last, DAY);
        }

        assertThat(expired()).isEmpty();
        assertThat(count("select count(*) from learner where id = :id and cipher_key is null"))
                .isOne();
    }

    @Test
    void nothing_of_the_number_is_left_in_the_vault() {
        remove(List.of(learner));

        assertThat(count("select count(*) from learner_key where learner_id = :id"))
                .isZero();
        assertThat(count("""
                select count(*) from learner
                 where id = :id and cipher_key is null and nonce is null and sealed is null
                """)).isOne();
    }

    private int count(String sql) {
        return database.transaction(handle ->
                handle.createQuery(sql).bind("id", learner).mapTo(Integer.class).one());
    }

    @Test
    void a_person_who_comes_back_later_is_a_new_learner() {
        remove(List.of(learner));

        assertThat(learnerOfNextEnrolment()).isNotEqualTo(learner.toString());
    }

    @Test
    void who_becomes_active_before_the_number_goes_keeps_it() {
        List<UUID> found = expired();
        learnerOfNextEnrolment();

        remove(found);

        assertThat(count("select count(*) from learner_key where learner_id = :id"))
                .isPositive();
    }

    @Test
    void a_rotation_of_keys_passes_learners_without_a_number() {
        remove(List.of(learner));

        UUID next = database.transaction(handle -> Resealing.resealNext(handle, keys.current(), before(learner), 1));

        assertThat(next).isNotEqualTo(learner);
        office().get("/v1/key-rotations/current").then().statusCode(200);
    }

    @Test
    void the_office_and_auditors_see_how_many_numbers_have_gone() {
        remove(List.of(learner));

        auditor()
                .get("/v1/vault-retention")
                .then()
                .statusCode(200)
                .body("period", nullValue())
                .body("withoutNumber", greaterThanOrEqualTo(1));
        partner(school).get("/v1/vault-retention").then().statusCode(403).body("period", not(equalTo("P5Y")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-5Y", "P1Y-1D"})
    void a_retention_that_is_not_positive_is_refused(String period) {
        assertThatThrownBy(() -> Retention.requirePositive(Period.parse(period)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("qadam.vault.retention");
    }
}

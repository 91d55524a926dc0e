package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.cohort;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.createCohort;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import kz.qadam.chassis.database.Database;
import kz.qadam.enrolment.Concurrently;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A cohort is withdrawn while learners are enrolled in it, and what the others are told. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CohortWithdrawalTest {

    @Inject
    Database database;

    @Test
    void a_withdrawal_waits_for_the_first_enrolment_and_is_refused() {
        String code = cohort();
        enrol(school(), enrolment("E-1", course(), People.iin())).statusCode(201);

        var both = Concurrently.meet(
                database,
                handle -> enrolled(handle, code),
                () -> withdraw(code, "*").extract().statusCode());

        assertThat(both.first()).isTrue();
        assertThat(both.second()).isEqualTo(409);
    }

    private static boolean enrolled(Handle handle, String cohort) {
        boolean known = Catalogue.readAndLock(handle, List.of(), List.of(), List.of(cohort))
                .hasCohort(cohort);
        handle.execute("""
                insert into enrolment (id, institution, reference, learner_id, course, cohort, region, enrolled_on, recorded_at)
                select gen_random_uuid(), 'nowhere', ?, learner_id, 'none', ?, 'unknown', '2026-02-01', now()
                  from learner_key limit 1
                """, cohort, cohort);
        return known;
    }

    @Test
    void an_enrolment_waits_for_a_withdrawal_and_is_rejected() {
        String code = cohort();
        String school = school();
        String course = course();

        var both = Concurrently.meet(
                database,
                handle -> withdrawn(handle, code),
                () -> enrol(school, enrolment("E-1", course, code, People.iin()))
                        .extract()
                        .<List<String>>path("errors.code"));

        assertThat(both.second()).containsExactly("unknown-cohort");
    }

    private static int withdrawn(Handle handle, String cohort) {
        handle.select("select from cohort where code = ? for update", cohort)
                .mapToMap()
                .list();
        return handle.execute("update cohort set withdrawn = true where code = ?", cohort);
    }

    @RepeatedTest(5)
    void of_fifty_enrolments_and_a_withdrawal_either_all_or_it_fail() {
        String code = cohort();
        String school = school();
        String course = course();
        List<IntSupplier> requests = new ArrayList<>(IntStream.range(0, 50)
                .<IntSupplier>mapToObj(i -> {
                    String body = enrolment("E-" + i, course, code, People.iin());
                    return () ->
                            partner(school).body(body).post("/v1/enrolments").statusCode();
                })
                .toList());
        requests.add(10, () -> withdraw(code, "*").extract().statusCode());

        List<Integer> statuses = new ArrayList<>(CohortCreationTest.atOnce(requests));

        int withdrawal = statuses.remove(10);
        assertThat(withdrawal).isIn(204, 409);
        assertThat(statuses).isEqualTo(withdrawal == 204 ? Collections.nCopies(50, 422) : Collections.nCopies(50, 201));
    }

    @Test
    void others_are_told_that_a_cohort_was_withdrawn_and_that_it_exists_again() {
        String code = cohort();
        withdraw(code, "*").statusCode(204);
        await().untilAsserted(() -> {
            JsonNode event = newest(code);
            assertThat(event.get("withdrawn").asBoolean()).isTrue();
            assertThat(event.at("/versions")).hasSize(1);
            assertThat(event.at("/versions/0/target").isNull()).isTrue();
        });

        createCohort(code, cohort("2026-09-01", "500")).statusCode(201);

        await().untilAsserted(() -> {
            JsonNode event = newest(code);
            assertThat(event.has("withdrawn")).isFalse();
            assertThat(event.findValuesAsText("validFrom")).containsExactly("2000-01-01", "2026-09-01");
            assertThat(event.get("version").asInt()).isEqualTo(4);
        });
    }

    private static JsonNode newest(String cohort) {
        List<Published.Event> events = Published.about("cohort/" + cohort);
        assertThat(events).isNotEmpty();
        return events.get(events.size() - 1).data();
    }
}

package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.cohort;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.createCohort;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.fresh;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.Concurrently;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Cohorts are created and withdrawn while others create them, or enrol learners in them. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CohortRaceTest {

    private static final int MANY = 50;

    @Inject
    Database database;

    @Test
    void a_withdrawal_waits_for_the_first_enrolment_and_is_refused() {
        String code = cohort();
        enrolled(school(), enrolment("E-1", course(), People.iin()));

        var both = Concurrently.meet(
                database,
                handle -> enrolSomebodyIn(handle, code),
                () -> withdraw(code, "*").extract().statusCode());

        assertThat(both.first()).isTrue();
        assertThat(both.second()).isEqualTo(409);
    }

    private static boolean enrolSomebodyIn(Handle handle, String cohort) {
        boolean known = NamedCatalogueEntries.readAndLockCoursesAndCohorts(
                        handle, List.of(), List.of(), List.of(cohort))
                .hasCohort(cohort);
        Concurrently.enrolSomebody(handle, "none", cohort);
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

        List<Integer> statuses = new ArrayList<>(atOnce(requests));

        int withdrawal = statuses.remove(10);
        assertThat(withdrawal).isIn(204, 409);
        assertThat(statuses).isEqualTo(withdrawal == 204 ? Collections.nCopies(50, 422) : Collections.nCopies(50, 201));
    }

    @Test
    void of_fifty_who_create_the_same_at_once_one_does() {
        String code = fresh("cohort");

        List<Integer> statuses = atOnce(Collections.nCopies(
                MANY,
                () -> createCohort(code, cohort("2026-09-01", "1000")).extract().statusCode()));

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 412).hasSize(MANY);
        anybody().get("/v1/cohorts/" + code + "/versions").then().body("items.version", contains(1, 2));
    }

    @Test
    void of_fifty_who_create_different_ones_at_once_all_do() {
        List<Integer> statuses = atOnce(Stream.generate(() -> fresh("cohort"))
                .limit(MANY)
                .<IntSupplier>map(code -> () -> createCohort(code, cohort("2026-09-01", "1000"))
                        .extract()
                        .statusCode())
                .toList());

        assertThat(statuses).containsOnly(201);
    }

    private static List<Integer> atOnce(List<IntSupplier> requests) {
        var pool = Executors.newFixedThreadPool(MANY + 1);
        try {
            return requests.stream()
                    .map(request -> CompletableFuture.supplyAsync(request::getAsInt, pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            pool.shutdown();
        }
    }
}

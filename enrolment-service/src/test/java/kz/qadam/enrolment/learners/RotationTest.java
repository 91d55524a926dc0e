package kz.qadam.enrolment.learners;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RotationTest {

    private static final int CLIENTS = 16;

    @Inject
    VaultConfig config;

    @Inject
    Database database;

    private final AtomicInteger references = new AtomicInteger();
    private final Map<String, Set<String>> learners = new ConcurrentHashMap<>();
    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    private VaultFile file() {
        return new VaultFile(config.keys());
    }

    private void enrol(String iin) {
        String learner = partner(school)
                .body(enrolment("E-" + references.incrementAndGet(), course, iin))
                .post("/v1/enrolments")
                .then()
                .statusCode(201)
                .extract()
                .path("learnerId");
        learners.computeIfAbsent(iin, i -> ConcurrentHashMap.newKeySet()).add(learner);
    }

    private static void awaitCompletion() {
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> office().get("/v1/key-rotations/current")
                        .then()
                        .statusCode(200)
                        .body("remaining", equalTo(0))
                        .body("complete", equalTo(true)));
    }

    private int count(String sql) {
        return database.transaction(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    @Test
    void keys_change_while_sixteen_enrol_and_nobody_becomes_another() throws Exception {
        List<String> known = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> known.add(People.iin()));
        known.forEach(this::enrol);
        int before = count("select count(*) from learner") - known.size();
        String earlier = file().current("lookup");
        var goesOn = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> busy = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            busy.add(clients.submit(() -> enrolWhile(goesOn, known)));
        }

        file().rotate();
        awaitCompletion();
        file().prune();
        await().untilAsserted(
                        () -> office().get("/v1/key-rotations/current").then().body("earlier.size()", equalTo(0)));
        goesOn.set(false);
        for (Future<?> client : busy) {
            client.get();
        }
        clients.shutdown();
        Set.copyOf(learners.keySet()).forEach(this::enrol);

        assertThat(learners.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(count("select count(*) from learner") - before).isEqualTo(learners.size());
        assertThat(count("select count(*) from learner_key where key_id = '" + earlier + "'"))
                .isZero();
    }

    /** Somebody new, and two who are known. */
    private void enrolWhile(AtomicBoolean goesOn, List<String> known) {
        while (goesOn.get()) {
            enrol(People.iin());
            enrol(known.get(ThreadLocalRandom.current().nextInt(known.size())));
            enrol(List.copyOf(learners.keySet()).get(ThreadLocalRandom.current().nextInt(known.size())));
        }
    }

    @Test
    void a_rotation_passes_over_erased_learners() {
        String erased = UUID.randomUUID().toString();
        DatabaseFixture.execute("insert into learner (id, recorded_at) values ('" + erased + "', now())");

        file().rotate();

        awaitCompletion();
        assertThat(count("select count(*) from learner where sealed is null and id = '" + erased + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_state_of_a_rotation_names_keys_and_shows_none() {
        auditor()
                .get("/v1/key-rotations/current")
                .then()
                .statusCode(200)
                .body("lookup", equalTo(file().current("lookup")))
                .body("instances[0].isReady", equalTo(true))
                .body(not(containsString("=")));
    }

    @Test
    void no_partner_reads_the_state_of_a_rotation() {
        partner(school).get("/v1/key-rotations/current").then().statusCode(403);
    }
}

package kz.qadam.enrolment.erasure;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of two learners who were merged and split is erased. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ErasureAfterSplitTest extends LearnerToErase {

    private String absorbed;

    @BeforeEach
    void merge_and_split_two_learners() {
        String document = enrolment("D-1", course, "")
                .replace(
                        "{\"iin\": \"\"}",
                        "{\"document\": {\"country\": \"KZ\", \"number\": \"N" + iin.substring(2) + "\"}}");
        absorbed = enrol(school, document).statusCode(201).extract().path("learnerId");
        decide("merges", "one person");
        decide("splits", "two people");
    }

    private void decide(String what, String reason) {
        office().body("{\"absorbed\": \"%s\", \"surviving\": \"%s\", \"reason\": \"%s\"}"
                        .formatted(absorbed, learner, reason))
                .post("/v1/learner-" + what)
                .then()
                .statusCode(201);
    }

    @Test
    void the_other_one_keeps_its_number_and_its_enrolments() {
        DatabaseFixture.execute(
                "update learner_split set decided_at = decided_at - interval '2 hours' where absorbed = '" + absorbed
                        + "'");

        erased();

        assertThat(count("select count(*) from learner_key where learner_id = '" + absorbed + "'"))
                .isEqualTo(1);
        partner(school).get("/v1/enrolments?reference=D-1").then().body("items.learnerId", contains(absorbed));
        auditor()
                .get("/v1/learner-splits?learnerId=" + absorbed)
                .then()
                .body("items.reason", contains("erased"))
                .body("items.mergeReason", contains("erased"));
    }

    @Test
    void the_erasure_waits_until_other_services_know_of_the_split() {
        String location = blocked();
        UUID erasure = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        Instant now = Instant.now();

        assertThat(ready(now.minus(Duration.ofHours(1)))).doesNotContain(erasure);
        assertThat(ready(now.plus(Duration.ofHours(1)))).contains(erasure);
    }

    private List<UUID> ready(Instant lastSplit) {
        return database.transaction(handle -> ErasureRows.blocked(handle, lastSplit)).stream()
                .map(ErasureRows.Blocked::id)
                .toList();
    }
}

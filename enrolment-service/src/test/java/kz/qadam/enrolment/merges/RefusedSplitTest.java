package kz.qadam.enrolment.merges;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RefusedSplitTest extends OnePersonEnrolledTwice {

    private final ExecutorService threads = Executors.newFixedThreadPool(50);

    @AfterEach
    void end_the_threads() {
        threads.shutdown();
    }

    @Test
    void the_same_split_sent_twice_changes_nothing() {
        merge(byDocument, byIin).statusCode(201);
        String id = split(byDocument, byIin).statusCode(201).extract().path("id");

        split(byDocument, byIin).statusCode(200).body("id", equalTo(id)).body("version", equalTo(2));
    }

    @Test
    void the_same_split_sent_many_times_at_once_is_one_split() {
        merge(byDocument, byIin).statusCode(201);

        var requests = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> split(byDocument, byIin).extract().statusCode(), threads))
                .limit(50)
                .toList();

        List<Integer> statuses = requests.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        auditor().get("/v1/learner-splits?learnerId=" + byDocument).then().body("items.version", contains(2));
        partner(school).get("/v1/enrolments?reference=D-1").then().body("items.version", contains(3));
    }

    @Test
    void a_split_that_was_made_is_not_made_with_other_enrolments_or_another_reason() {
        merge(byDocument, byIin).statusCode(201);
        split(byDocument, byIin).statusCode(201);

        split(byDocument, byIin, enrolmentOf(school, "D-1"))
                .statusCode(409)
                .body("errors.pointer", contains("/enrolments"));
        splitting("", byDocument, byIin, "for another reason")
                .statusCode(409)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void learners_who_were_never_merged_are_not_split() {
        split(byDocument, byIin).statusCode(422).body("errors.code", contains("not-merged"));
    }

    @Test
    void the_surviving_learner_is_not_split_from_the_absorbed_one() {
        merge(byDocument, byIin).statusCode(201);

        split(byIin, byDocument).statusCode(422).body("errors.code", contains("not-merged"));
    }

    @Test
    void a_learner_is_split_only_from_the_one_who_represents_it_now() {
        String third = somebodyElse();
        merge(byDocument, byIin).statusCode(201);
        merge(byIin, third).statusCode(201);

        split(byDocument, byIin)
                .statusCode(409)
                .body("errors.pointer", contains("/surviving"))
                .body("errors.code", contains("merged-elsewhere"))
                .body("errors[0].detail", containsString(third));
    }

    @Test
    void learners_who_are_blocked_are_not_split_until_the_block_is_lifted() {
        merge(byDocument, byIin).statusCode(201);
        String block = "/v1/learner-blocks/" + byDocument;
        office().body("{\"reason\": \"disputed\"}").put(block).then().statusCode(200);

        split(byDocument, byIin).statusCode(422).body("errors.code", contains("learner-blocked"));

        office().delete(block).then().statusCode(204);
        split(byDocument, byIin).statusCode(201);
    }

    @Test
    void learners_who_are_erased_are_not_split() {
        merge(byDocument, byIin).statusCode(201);
        office().body("{\"learner\": {\"iin\": \"%s\"}, \"reason\": \"requested\"}".formatted(iin))
                .post("/v1/erasures")
                .then()
                .statusCode(202);

        split(byDocument, byIin).statusCode(422).body("errors.code", contains("learner-blocked"));
    }

    @Test
    void enrolments_of_others_are_not_given_to_the_absorbed_learner() {
        merge(byDocument, byIin).statusCode(201);
        somebodyElse();

        split(byDocument, byIin, enrolmentOf(school, "D-1"), enrolmentOf(school, "T-1"))
                .statusCode(422)
                .body("errors.pointer", contains("/enrolments/1"))
                .body("errors.code", contains("unknown-enrolment"));
    }

    @Test
    void a_split_is_not_made_with_a_reason_that_names_a_person() {
        merge(byDocument, byIin).statusCode(201);

        splitting("", byDocument, byIin, "Ахметова Айгерім")
                .statusCode(422)
                .body("errors.code", contains("looks-personal"));
    }

    @Test
    void all_learners_who_are_unknown_are_named() {
        split(UUID.randomUUID().toString(), UUID.randomUUID().toString())
                .statusCode(422)
                .body("errors.code", contains("unknown-learner", "unknown-learner"))
                .body("errors.pointer", contains("/absorbed", "/surviving"));
    }

    @Test
    void all_that_cannot_be_read_of_a_split_is_named() {
        office().body("{\"absorbed\": \"" + iin + "\", \"surviving\": \"" + byIin + "\", \"enrolments\": [\"E-1\"]}")
                .post("/v1/learner-splits")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/absorbed", "/reason", "/enrolments/0"));
    }

    @Test
    void nobody_but_the_office_splits_and_no_partner_reads_of_splits() {
        for (var caller : List.of(partner(school), auditor())) {
            caller.body("{}").post("/v1/learner-splits").then().statusCode(403);
        }
        partner(school).get("/v1/learner-splits").then().statusCode(403);
    }
}

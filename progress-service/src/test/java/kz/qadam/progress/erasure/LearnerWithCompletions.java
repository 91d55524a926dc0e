package kz.qadam.progress.erasure;

import static io.restassured.RestAssured.given;
import static kz.qadam.progress.Neighbours.describeCatalogue;
import static kz.qadam.progress.Neighbours.send;
import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours.Enrolled;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeEach;

/** A learner with two completions of one day, of whom enrolment-service says that it is blocked, for a time or by an erasure, or erased. */
abstract class LearnerWithCompletions {

    final UUID learner = UUID.randomUUID();
    Partner school;
    Enrolled enrolled;
    String first;
    String second;

    @BeforeEach
    void a_learner_has_two_completions_of_one_day() {
        describeCatalogue();
        school = Partner.school();
        enrolled = school.enrols("E-1", learner, "pupils", "AI-101");
        // A completion that waits for its enrolment has a second version when it is accepted.
        await().untilAsserted(() -> assertThat(
                        count("select count(*) from enrolment where id = '%s'".formatted(enrolled.id())))
                .isEqualTo(1));
        school.completes("C-b", "E-1", "2026-03-01").statusCode(201);
        school.completes("C-a", "E-1", "2026-03-01").statusCode(201);
        await().untilAsserted(() -> assertThat(List.of(school.statusOf("C-a"), school.statusOf("C-b")))
                .containsOnly("accepted"));
        first = school.idOf("C-a");
        second = school.idOf("C-b");
        school.corrects(second, "\"certificate\": \"of Aizhan\"").statusCode(200);
    }

    void says(String state, int version) {
        send("qadam.enrolments", "erasure/" + learner, "kz.qadam.learner.erased.v1", version, """
                {"learnerId":"%1$s","state":"%2$s","learners":["%1$s"],"enrolments":["%3$s"],"version":%4$d,
                 "recordedAt":"2026-07-01T00:00:00Z"}
                """.formatted(
                        learner, state, enrolled.id(), version));
        await().untilAsserted(() -> assertThat(
                        count("select count(*) from blocked_learner where learner = '%s' and erased = %b"
                                .formatted(learner, state.equals("erased"))))
                .isEqualTo(1));
    }

    void blocks(int version) {
        blocks(learner, version);
    }

    void blocks(UUID person, int version) {
        sendBlock(person, true, version);
        awaitBlockVersion(person, version);
    }

    void lifts(int version) {
        sendBlock(learner, false, version);
        awaitBlockVersion(learner, version);
    }

    /** One that arrives after a higher version. Returns when it has been taken in. */
    void saysLate(boolean blocked, int version) {
        sendBlock(learner, blocked, version);
        blocks(UUID.randomUUID(), 1);
    }

    /** Under one key, so that they arrive in this order. */
    private void sendBlock(UUID person, boolean blocked, int version) {
        send(
                "qadam.enrolments",
                learner.toString(),
                "kz.qadam.learner.blocked.v1",
                "block/" + person,
                version,
                """
                {"learnerId":"%1$s","blocked":%2$b,"learners":["%1$s"],"version":%3$d,
                 "recordedAt":"2026-07-01T00:00:00Z"}
                """.formatted(person, blocked, version));
    }

    private static void awaitBlockVersion(UUID person, int version) {
        await().untilAsserted(() -> assertThat(
                        count("select block_version from blocked_learner where learner = '%s'".formatted(person)))
                .isEqualTo(version));
    }

    String referenceOf(String completion) {
        return given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/v1/completions/" + completion)
                .path("reference");
    }

    static List<String> references(JsonNode data) {
        List<String> references = new ArrayList<>();
        data.get("completions")
                .forEach(one -> references.add(one.get("reference").asText()));
        return references;
    }
}

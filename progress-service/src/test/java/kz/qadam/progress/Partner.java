package kz.qadam.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.Tokens;

/** A partner institution of one test, with references of its own. */
public record Partner(String institution, String run) {

    public static Partner school() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        return new Partner("school-" + run, run);
    }

    public ValidatableResponse completes(String reference, String enrolment, String on) {
        return post("/v1/completions", """
                {"reference":"%s","enrolment":"%s","completedOn":"%s"}
                """.formatted(reference, enrolment, on));
    }

    public ValidatableResponse revokes(String completion) {
        return post("/v1/revocations", """
                {"completion":"%s","reason":"entered for the wrong person"}
                """.formatted(completion));
    }

    /**
     * Corrects one.
     *
     * @param members further JSON members, besides the completion and the reason, such as {@code "score":0.9}
     */
    public ValidatableResponse corrects(String completion, String members) {
        return post("/v1/corrections", correction(completion, members));
    }

    public String correction(String completion, String members) {
        return """
                {"completion":"%s","reason":"typed in the wrong row"%s}
                """.formatted(completion, members.isEmpty() ? "" : "," + members);
    }

    public Neighbours.Enrolled enrols(String reference, UUID learner, String cohort, String course) {
        return Neighbours.enrol(institution, reference, learner, cohort, course);
    }

    /** Enrols somebody in what everybody may take, and waits until progress-service knows of it. */
    public void hasEnrolled(String reference, UUID whose) {
        enrols(reference, whose, "pupils", "AI-101");
        await().untilAsserted(() -> csv("/v1/completions/batch?dryRun=true", """
                        reference,enrolment,completedOn
                        probe,%s,2026-05-31
                        """.formatted(reference))
                .body("accepted", equalTo(1)));
    }

    /** Enrols somebody, and reports a completion of it on 1 March. */
    public void hasAccepted(String reference, String enrolment, UUID whose) {
        enrols(enrolment, whose, "pupils", "AI-101");
        completes(reference, enrolment, "2026-03-01").statusCode(201);
        await().untilAsserted(() -> assertThat(statusOf(reference)).isEqualTo("accepted"));
    }

    /** Sends the form of a page. */
    public ValidatableResponse form(String path, Map<String, String> form) {
        return given(asPartner())
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path)
                .then();
    }

    public String idOf(String reference) {
        return get("/v1/completions?reference=" + reference).extract().path("items[0].id");
    }

    public String statusOf(String reference) {
        return given(asPartner())
                .get("/v1/completions?reference=" + reference)
                .then()
                .extract()
                .path("items[0].status");
    }

    public ValidatableResponse get(String path, Object... values) {
        return given(asPartner()).get(path, values).then();
    }

    public ValidatableResponse delete(String path) {
        return given(asPartner()).delete(path).then();
    }

    /** Sends bytes as they are. */
    public ValidatableResponse send(String path, String type, byte[] body) {
        return given(asPartner())
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.BINARY)))
                .contentType(type)
                .body(body)
                .post(path)
                .then();
    }

    public ValidatableResponse post(String path, String body) {
        return given(asPartner())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    public ValidatableResponse csv(String path, String body) {
        return given(asPartner()).contentType("text/csv").body(body).post(path).then();
    }

    public ValidatableResponse getCsv(String path) {
        return given(asPartner()).accept("text/csv").get(path).then();
    }

    private RequestSpecification asPartner() {
        return given().auth().oauth2(Tokens.of("partner", institution));
    }
}

package kz.qadam.reporting;

import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.post;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** Events that the intake cannot read, and what auditors and the office decide about them. */
public final class DeadLetterFixture {

    private DeadLetterFixture() {}

    /** All of them, as far as a page has room. */
    public static ValidatableResponse letters() {
        return auditor("/v1/audit/dead-letters?limit=1000").statusCode(200);
    }

    /** The id of the newest one about this subject. */
    public static String awaitLetter(String subject) {
        return awaitLetterWhere("it.subject == '%s'".formatted(subject));
    }

    public static String awaitLetter(String subject, String reason) {
        return awaitLetterWhere("it.subject == '%s' && it.reason == '%s'".formatted(subject, reason));
    }

    private static String awaitLetterWhere(String condition) {
        return await().until(
                        () -> letters().extract().path("items.find { %s }.id".formatted(condition)), id -> id != null);
    }

    public static void awaitStatus(String id, String status) {
        await().until(() -> status(id), status::equals);
    }

    public static String status(String id) {
        return letters().extract().path("items.find { it.id == '%s' }.status".formatted(id));
    }

    /** So that figures are final for the next test. */
    public static void discardAll() {
        List<String> open = letters().extract().path("items.findAll { it.status == 'open' }.id");
        open.forEach(id -> discard(id).statusCode(200));
    }

    public static ValidatableResponse discard(String id) {
        return resolve("office", id, Map.of("action", "discard", "reason", "Sent by mistake."));
    }

    public static ValidatableResponse retry(String id) {
        return resolve("auditor", id, Map.of("action", "retry", "reason", "The reader has learnt it."));
    }

    public static ValidatableResponse resolve(String role, String id, Map<String, String> decision) {
        return post(role, "/v1/audit/dead-letters/" + id + "/resolution", decision);
    }
}

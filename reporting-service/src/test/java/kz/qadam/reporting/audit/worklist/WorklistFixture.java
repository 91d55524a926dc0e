package kz.qadam.reporting.audit.worklist;

import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.post;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A worklist that auditors work on through the API. */
record WorklistFixture(String id) {

    static final String PATH = "/v1/audit/worklists";

    /** Draws from all who are trained in a cohort. */
    static WorklistFixture drawn(String cohort, int size) {
        return new WorklistFixture(draw(Map.of("cohort", cohort, "size", size))
                .statusCode(201)
                .extract()
                .path("id"));
    }

    static ValidatableResponse draw(Map<String, Object> question) {
        return post("auditor", PATH, question);
    }

    ValidatableResponse now() {
        return auditor(path()).statusCode(200);
    }

    ValidatableResponse records(String... query) {
        return auditor(path() + "/records", query).statusCode(200);
    }

    List<String> completions() {
        return records().extract().path("items.completionId");
    }

    ValidatableResponse finds(UUID completion, String outcome, String note) {
        return finds(completion, outcome, note, null);
    }

    /** @param version of the finding that is replaced; null: none */
    ValidatableResponse finds(UUID completion, String outcome, String note, String version) {
        RequestSpecification request = as("auditor");
        return finds(version == null ? request : request.header("If-Match", version), completion, outcome, note);
    }

    ValidatableResponse finds(RequestSpecification as, UUID completion, String outcome, String note) {
        Map<String, String> body = new HashMap<>(Map.of("outcome", outcome));
        if (note != null) {
            body.put("note", note);
        }
        return as.contentType("application/json")
                .body(body)
                .put(path() + "/findings/" + completion)
                .then();
    }

    ValidatableResponse closes() {
        return as("auditor").post(path() + "/closing").then();
    }

    String path() {
        return PATH + "/" + id;
    }
}

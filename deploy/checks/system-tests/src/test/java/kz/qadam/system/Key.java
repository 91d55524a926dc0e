package kz.qadam.system;

import static kz.qadam.system.Waits.soon;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.local.Service;

/** A key of an institution, as a program has it. */
record Key(String id, String secret) {

    static final String PATH = "/v1/institution-keys";

    /** What only an active partner may read, in each service. */
    static final Map<Service, String> OWN_RECORDS = Map.of(
            Service.ENROLMENT, "/v1/enrolments",
            Service.PROGRESS, "/v1/completions",
            Service.REPORTING, "/v1/receipts?reference=C-1");

    /** A new key, which every service knows. */
    static Key of(Qadam qadam, Institution institution) throws IOException {
        return made(qadam, institution, "{\"label\": \"Register\"}", 200);
    }

    /** The same; it posts statements of a learning platform, and does nothing else. */
    static Key forStatements(Qadam qadam, Institution institution) throws IOException {
        return made(qadam, institution, "{\"label\": \"Moodle\", \"only\": \"statements\"}", 403);
    }

    /** @param known how a service answers that knows the key, when records are read with it */
    private static Key made(Qadam qadam, Institution institution, String body, int known) throws IOException {
        JsonPath made = qadam.bearer(Service.ENROLMENT, qadam.tokenOfAdministrator(institution))
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Key key = new Key(made.getString("id"), made.getString("secret"));
        Stream.of(Service.values()).forEach(service -> soon().until(() -> key.read(qadam, service) == known));
        return key;
    }

    /** The header Authorization. */
    String shown() {
        String both = id + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    int read(Qadam qadam, Service service) {
        return qadam.authorized(service, shown())
                .urlEncodingEnabled(false)
                .get(OWN_RECORDS.get(service))
                .statusCode();
    }

    /** Revokes it, and waits until every service refuses it. */
    Key revoke(Qadam qadam, Institution institution) throws IOException {
        qadam.bearer(Service.ENROLMENT, qadam.tokenOfAdministrator(institution))
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"The server was sold\"}")
                .post(PATH + "/" + id + "/revocation")
                .then()
                .statusCode(200);
        awaitStatus(qadam, 401);
        return this;
    }

    /** Waits until every service answers it with this status. */
    void awaitStatus(Qadam qadam, int status) {
        Stream.of(Service.values())
                .forEach(service -> soon().ignoreExceptions().until(() -> read(qadam, service) == status));
    }
}

package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An institution's own program, which posts its enrolments and completions. */
record Partner(RequestSpecification enrolment, RequestSpecification progress) {

    void enrols(Enrolment one) {
        enrolling(one.json()).then().statusCode(201);
    }

    Response enrolling(String json) {
        return post(enrolment, ContentType.JSON, json, "/v1/enrolments");
    }

    /** Returns the status of the completion. */
    String completes(Completion one) {
        return completing(one.json()).then().statusCode(201).extract().path("status");
    }

    Response completing(String json) {
        return post(progress, ContentType.JSON, json, "/v1/completions");
    }

    /** By the file. Nothing in it is wrong. */
    void enrols(Collection<Enrolment> some) {
        String rows = some.stream().map(Enrolment::row).collect(Collectors.joining());
        kept(enrollingByFile(Enrolment.HEADER + rows));
    }

    Response enrollingByFile(String csv) {
        return post(enrolment, "text/csv", csv, "/v1/enrolments/batch");
    }

    /** By the file. Nothing in it is wrong. */
    void completes(Collection<Completion> some) {
        String rows = some.stream().map(Completion::row).collect(Collectors.joining());
        kept(completingByFile(Completion.HEADER + rows));
    }

    /** By the file; returns the verdicts that there were. */
    Set<String> enrolsAgain(Collection<Enrolment> some) {
        String rows = some.stream().map(Enrolment::row).collect(Collectors.joining());
        return verdicts(enrollingByFile(Enrolment.HEADER + rows));
    }

    /** By the file; returns the verdicts that there were. */
    Set<String> completesAgain(Collection<Completion> some) {
        String rows = some.stream().map(Completion::row).collect(Collectors.joining());
        return verdicts(completingByFile(Completion.HEADER + rows));
    }

    private static Set<String> verdicts(Response answer) {
        JsonPath counts = answer.then().statusCode(207).extract().jsonPath();
        return Stream.of("accepted", "pending", "refused", "duplicate", "conflict", "rejected")
                .filter(verdict -> counts.getInt(verdict) > 0)
                .collect(Collectors.toSet());
    }

    Response completingByFile(String csv) {
        return post(progress, "text/csv", csv, "/v1/completions/batch");
    }

    /** By the large file. */
    LargeFile imports(Collection<Enrolment> some) {
        String rows = some.stream().map(Enrolment::row).collect(Collectors.joining());
        return imported(enrolment, Enrolment.HEADER + rows, "/v1/enrolment-imports");
    }

    /** By the large file. */
    LargeFile importsCompletions(Collection<Completion> some) {
        String rows = some.stream().map(Completion::row).collect(Collectors.joining());
        return imported(progress, Completion.HEADER + rows, "/v1/completion-imports");
    }

    /** A large file of either kind, to where such files are sent. */
    LargeFile importing(String path, String csv) {
        return imported(path.startsWith("/v1/enrolment") ? enrolment : progress, csv, path);
    }

    private static LargeFile imported(RequestSpecification as, String csv, String path) {
        Response answer = post(as, "text/csv", csv, path);
        answer.then().statusCode(202);
        return new LargeFile(as, answer.header("Location"));
    }

    void revokes(Completion one) {
        String json = """
                {"completion": "%s", "reason": "entered for the wrong person"}
                """.formatted(one.reference());
        post(progress, ContentType.JSON, json, "/v1/revocations").then().statusCode(200);
    }

    /** Adds a certificate. */
    void corrects(Completion one, String certificate) {
        String json = """
                {"completion": "%s", "certificate": "%s", "reason": "forget-reason"}
                """.formatted(one.reference(), certificate);
        post(progress, ContentType.JSON, json, "/v1/corrections").then().statusCode(200);
    }

    /** Waits for the task to forget this enrolment. Returns its id. */
    String taskToForget(String reference) {
        String find = "items.find { it.enrolmentReferences?.contains('" + reference + "') }.id";
        soon().untilAsserted(() -> assertThat(tasks().getString(find)).isNotNull());
        return tasks().getString(find);
    }

    private JsonPath tasks() {
        return given().spec(enrolment).get("/v1/erasure-tasks?limit=1000").jsonPath();
    }

    /** Confirms that it has forgotten this enrolment. */
    void forgets(String reference) {
        String path = "/v1/erasure-tasks/" + taskToForget(reference) + "/confirmation";
        post(enrolment, ContentType.JSON, "{\"outcome\": \"forgotten\"}", path)
                .then()
                .statusCode(200);
    }

    /** Enrolments and then their completions. */
    void enrolsAndCompletes(Collection<Completion> some) {
        enrols(some.stream().map(Completion::enrolment).toList());
        completes(some);
    }

    Response sendsToEnrolment(String kind, String csv) {
        return post(enrolment, "text/csv", csv, "/v1/" + kind + "/batch");
    }

    Response sendsToProgress(String kind, String csv) {
        return post(progress, "text/csv", csv, "/v1/" + kind + "/batch");
    }

    /** Whom an enrolment is of. */
    String learnerOf(String reference) {
        return given().spec(enrolment)
                .get("/v1/enrolments?reference=" + reference)
                .jsonPath()
                .getString("items[0].learnerId");
    }

    /** A page of its enrolments, in the order of their last change. */
    JsonPath enrolmentsAfter(String cursor) {
        return given().spec(enrolment)
                .get("/v1/enrolments?limit=1000" + cursor)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** How many of its enrolments are kept. */
    int enrolmentsKept() {
        JsonPath page = given().spec(enrolment).get("/v1/enrolments?limit=1000").jsonPath();
        return page.getList("items").size();
    }

    /** How many of its completions have this status. */
    int completionsThatAre(String status) {
        JsonPath page = given().spec(progress)
                .get("/v1/completions?limit=1000&status=" + status)
                .jsonPath();
        return page.getList("items").size();
    }

    private static void kept(Response answer) {
        answer.then()
                .statusCode(207)
                .body("rejected", is(0))
                .body("conflict", is(0))
                .body("refused", is(0));
    }

    private static Response post(RequestSpecification as, Object type, String body, String path) {
        return given().spec(as).contentType(type.toString()).body(body).post(path);
    }
}

package kz.qadam.enrolment.enrolments;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.Caller;
import kz.qadam.enrolment.People;

/** Files of enrolments that a school sends, and what becomes of them. */
record SentFiles(String school, String course) {

    static final String PATH = "/v1/enrolment-imports";
    static final String HEADER = "reference;course;cohort;iin;enrolledOn\r\n";

    static SentFiles ofASchool() {
        return new SentFiles(Caller.school(), Caller.course());
    }

    RequestSpecification partner() {
        return Caller.partner(school);
    }

    String row(String reference) {
        return row(reference, course);
    }

    String row(String reference, String course) {
        return "%s;%s;pupils;%s;01.02.2026\r\n".formatted(reference, course, People.iin());
    }

    String rows(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> row(name + "-" + i)).collect(Collectors.joining());
    }

    static ValidatableResponse send(RequestSpecification as, String csv) {
        return as.contentType("text/csv").body(csv).post(PATH).then();
    }

    String sent(String csv) {
        return location(send(partner(), csv));
    }

    /** Sends a file that is no CSV. */
    String sent(String type, byte[] file) {
        return location(partner().contentType(type).body(file).post(PATH).then());
    }

    String sentNamed(String fileName, String csv) {
        return location(partner()
                .contentType("text/csv")
                .body(csv)
                .post(PATH + "?fileName=" + fileName)
                .then());
    }

    private static String location(ValidatableResponse answer) {
        return answer.statusCode(202).extract().header("Location");
    }

    /** The rows of a file that were not kept, once it is finished. */
    String errors(String job) {
        finished(job);
        return partner().get(job + "/errors.csv").asString();
    }

    String sent(String query, String csv) {
        return partner()
                .contentType("text/csv")
                .body(csv)
                .post(PATH + query)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    JsonPath finished(String job) {
        return finished(partner(), job);
    }

    static JsonPath finished(RequestSpecification as, String job) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as.get(job).path("status").equals("finished"));
        return as.get(job).jsonPath();
    }

    static long count(Database database, String sql) {
        return database.transaction(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}

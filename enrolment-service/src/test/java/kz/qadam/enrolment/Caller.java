package kz.qadam.enrolment;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import kz.qadam.local.Tokens;

/** Those who call the service, and what the office has put into the catalogue for them. */
public final class Caller {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Caller() {}

    public static RequestSpecification anybody() {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .defaultContentCharset("UTF-8")
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType(ContentType.JSON);
    }

    public static RequestSpecification office() {
        return anybody().auth().oauth2(Tokens.of("office"));
    }

    public static RequestSpecification auditor() {
        return anybody().auth().oauth2(Tokens.of("auditor"));
    }

    public static RequestSpecification partner(String institution) {
        return anybody().auth().oauth2(Tokens.of("partner", institution));
    }

    /** Who administers the keys of an institution. */
    public static RequestSpecification administrator(String institution) {
        return anybody().auth().oauth2(Tokens.of("partner-admin", institution));
    }

    /** A program that shows a key. */
    public static RequestSpecification program(String key, String secret) {
        return anybody().auth().preemptive().basic(key, secret);
    }

    /** A code that nothing has yet. */
    public static String fresh(String kind) {
        return kind + "-" + NEXT.incrementAndGet();
    }

    /** An active school in Almaty. */
    public static String school() {
        return school("active", "\"KZ-75\"");
    }

    public static String school(String status, String region) {
        String code = fresh("school");
        office().body(institution(status, region))
                .put("/v1/institutions/" + code)
                .then()
                .statusCode(201);
        return code;
    }

    public static String institution(String status, String region) {
        return """
                {"kind": "school", "names": {"kk": "Мектеп", "ru": "Школа", "en": "School"}, "region": %s, "status": "%s"}
                """.formatted(region, status);
    }

    /** A course of 36 hours. */
    public static String course() {
        String code = fresh("AI");
        office().body(course(36)).put("/v1/courses/" + code).then().statusCode(201);
        return code;
    }

    public static String course(int hours) {
        return """
                {"titles": {"kk": "ЖИ", "ru": "ИИ", "en": "AI"}, "hours": %d, "area": "ai"}
                """.formatted(hours);
    }

    /** A cohort of 1,000 that the office has created. */
    public static String cohort() {
        String code = fresh("cohort");
        createCohort(code, cohort("2000-01-01", "1000")).statusCode(201);
        return code;
    }

    public static String cohort(String validFrom, String target) {
        return """
                {"names": {"kk": "Мұғалімдер", "ru": "Учителя", "en": "Teachers"}, "target": %s, "requirement": {},
                 "validFrom": "%s", "reason": "Order 22"}
                """.formatted(target, validFrom);
    }

    /** The office creates a cohort. */
    public static ValidatableResponse createCohort(String code, String body) {
        return office().header("If-None-Match", "*")
                .body(body)
                .put("/v1/cohorts/" + code)
                .then();
    }

    /**
     * The office withdraws a cohort.
     *
     * @param ifMatch the tag of what it has seen; null: none
     */
    public static ValidatableResponse withdraw(String code, String ifMatch) {
        var request = ifMatch == null ? office() : office().header("If-Match", ifMatch);
        return request.delete("/v1/cohorts/" + code).then();
    }

    /**
     * The office puts something into the catalogue.
     *
     * @param ifMatch the tag of what it has seen; null: none
     */
    public static ValidatableResponse put(String path, String ifMatch, String body) {
        var request = office().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(path)
                .then();
    }

    public static ValidatableResponse enrol(String school, String body) {
        return post(school, "enrolments", body);
    }

    /** A school enrols somebody. Returns the id of the enrolment. */
    public static String enrolled(String school, String body) {
        return enrol(school, body).statusCode(201).extract().path("id");
    }

    /** A school withdraws one of its enrolments, which it names by reference or id, as of a day. */
    public static ValidatableResponse withdraws(String school, String enrolment, String on) {
        return post(school, "withdrawals", """
                {"enrolment": "%s", "on": "%s", "reason": "moved away"}""".formatted(enrolment, on));
    }

    /**
     * A school corrects one of its enrolments, which it names by reference or id.
     *
     * @param members further JSON members, besides the enrolment and the reason, such as {@code "region": "KZ-71"}
     */
    public static ValidatableResponse corrects(String school, String enrolment, String members) {
        return post(school, "enrolment-corrections", correction(enrolment, members));
    }

    /** A post of a correction. */
    public static String correction(String enrolment, String members) {
        return """
                {"enrolment": "%s", %s, "reason": "wrong row"}""".formatted(enrolment, members);
    }

    /** A school posts anything. */
    public static ValidatableResponse post(String school, String path, String body) {
        return partner(school).body(body).post("/v1/" + path).then();
    }

    /** The office suspends an institution. */
    public static void suspend(String school) {
        put("/v1/institutions/" + school, "*", institution("suspended", "null")).statusCode(200);
    }

    /** A post of an enrolment in that cohort. */
    public static String enrolment(String reference, String course, String cohort, String iin) {
        return enrolment(reference, course, iin).replace("pupils", cohort);
    }

    /** A post of an enrolment in the cohort of pupils. */
    public static String enrolment(String reference, String course, String iin) {
        return """
                {"reference": "%s", "course": "%s", "cohort": "pupils", "learner": {"iin": "%s"}, "enrolledOn": "2026-02-01"}
                """.formatted(reference, course, iin).strip();
    }
}

package kz.qadam.system;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The programme office, which keeps the catalogue. */
record Office(RequestSpecification enrolment) {

    /** Whose an enrolment will be after a split. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Divided(String id, String institution, String reference, String because) {}

    /** A new institution of its own. */
    Institution opens(String kind, String region) {
        return opens(Qadam.fresh(kind), kind, region);
    }

    /** A new institution with this code. */
    Institution opens(String code, String kind, String region) {
        var institution = new Institution(code, region);
        put("/v1/institutions/" + institution.code(), """
                {"kind": "%s", "names": {"kk": "%2$s", "ru": "%2$s", "en": "%2$s"}, "region": "%3$s"}
                """.formatted(kind, institution.code(), region));
        return institution;
    }

    /** The institution with this code, opened if it is not there yet. */
    Institution knows(String code, String kind, String region) {
        boolean isKnown = given().get("/v1/institutions/" + code).statusCode() == 200;
        return isKnown ? new Institution(code, region) : opens(code, kind, region);
    }

    /** On which basis the institution sends the pupils. */
    void declaresBasis(Institution institution) {
        put("/v1/institutions/" + institution.code() + "/bases/pupils", """
                {"basis": "consent-of-representative", "since": "2026-01-15", "document": "Form 3 of order No. 17"}
                """);
    }

    /** The institution may do nothing for the time being. */
    void suspends(Institution institution) {
        String place = "/v1/institutions/" + institution.code();
        var now = given().get(place);
        given().header("If-Match", now.header("ETag"))
                .contentType(ContentType.JSON)
                .body(now.asString().replace("\"active\"", "\"suspended\""))
                .put(place)
                .then()
                .statusCode(200);
    }

    /** A new course. */
    Course offers(int hours) {
        return offers(Qadam.fresh("AI"), hours);
    }

    /** A new course with this code. */
    Course offers(String code, int hours) {
        var course = new Course(code, hours);
        put("/v1/courses/" + course.code(), """
                {"titles": {"kk": "%1$s", "ru": "%1$s", "en": "%1$s"}, "hours": %2$d, "area": "ai"}
                """.formatted(course.code(), hours));
        return course;
    }

    /** Another area of a course. */
    void moves(Course course, String area) {
        String place = "/v1/courses/" + course.code();
        given().header("If-Match", given().get(place).header("ETag"))
                .contentType(ContentType.JSON)
                .body("""
                        {"titles": {"kk": "%1$s", "ru": "%1$s", "en": "%1$s"}, "hours": %2$d, "area": "%3$s"}
                        """.formatted(course.code(), course.hours(), area))
                .put(place)
                .then()
                .statusCode(200);
    }

    /** A new cohort, with a target, two courses to complete and a plan. */
    String createsCohort(String name) {
        String code = Qadam.fresh(name);
        creating(code, name).then().statusCode(201);
        return code;
    }

    /** The post of a new cohort. */
    Response creating(String code, String name) {
        return given().header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body("""
                        {"names": {"kk": "%1$s-kk", "ru": "%1$s-ru", "en": "%1$s-en"}, "target": 1000,
                         "requirement": {"minCourses": 2}, "validFrom": "2000-01-01", "reason": "A new programme",
                         "plan": {"milestones": [{"on": "2026-01-31", "trained": 100}]}}
                        """.formatted(name))
                .put("/v1/cohorts/" + code);
    }

    /** Nobody was enrolled in it. */
    void withdraws(String cohort) {
        given().header("If-Match", given().get("/v1/cohorts/" + cohort).header("ETag"))
                .delete("/v1/cohorts/" + cohort)
                .then()
                .statusCode(204);
    }

    /** A new version of the cohort's requirement, in force since the programme began. */
    void requires(String cohort, Requirement requirement) {
        requires(cohort, requirement, LocalDate.of(2026, 1, 1));
    }

    /** A new version of the cohort's requirement. */
    void requires(String cohort, Requirement requirement, LocalDate validFrom) {
        String place = "/v1/cohorts/" + cohort;
        var now = given().get(place);
        given().header("If-Match", now.header("ETag"))
                .contentType(ContentType.JSON)
                .body("""
                        {"target": %s, "requirement": %s, "validFrom": "%s", "reason": "Decided anew"}
                        """.formatted(now.jsonPath().getString("target"), requirement.json(), validFrom))
                .put(place)
                .then()
                .statusCode(200);
    }

    /** That one learner turned out to be another. */
    void merges(String absorbed, String surviving) {
        given().contentType(ContentType.JSON)
                .body("""
                        {"absorbed": "%s", "surviving": "%s", "reason": "one person with two documents"}
                        """.formatted(absorbed, surviving))
                .post("/v1/learner-merges")
                .then()
                .statusCode(201);
    }

    /** The learner who represents an absorbed one now. */
    String representing(String absorbed) {
        return given().get("/v1/learner-merges/" + absorbed)
                .then()
                .statusCode(200)
                .extract()
                .path("surviving");
    }

    /** The enrolments of both learners, as a dry run of a split shows them. */
    List<Divided> divides(String absorbed, String surviving) {
        return splitting("?dryRun=true", absorbed, surviving, List.of())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("enrolments", Divided.class);
    }

    /** That two learners who were merged are two, with these enrolments of the absorbed one besides its own. */
    void splits(String absorbed, String surviving, List<String> enrolments) {
        splitting("", absorbed, surviving, enrolments).then().statusCode(201);
    }

    private Response splitting(String query, String absorbed, String surviving, List<String> enrolments) {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "absorbed", absorbed, "surviving", surviving, "enrolments", enrolments, "reason", "two people"))
                .post("/v1/learner-splits" + query);
    }

    /** Erases the learner with this number. Returns the path of the erasure. */
    String erases(String iin) {
        return given().contentType(ContentType.JSON)
                .body("{\"learner\": {\"iin\": \"%s\"}, \"reason\": \"requested\", \"explanation\": \"forget-letter\"}"
                        .formatted(iin))
                .post("/v1/erasures")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    /** Blocks a learner for a time. */
    void blocks(String learner) {
        given().contentType(ContentType.JSON)
                .body("{\"reason\": \"disputed\"}")
                .put("/v1/learner-blocks/" + learner)
                .then()
                .statusCode(200);
    }

    void liftsBlock(String learner) {
        given().delete("/v1/learner-blocks/" + learner).then().statusCode(204);
    }

    private void put(String place, String body) {
        given().contentType(ContentType.JSON).body(body).put(place).then().statusCode(201);
    }

    private RequestSpecification given() {
        return io.restassured.RestAssured.given().spec(enrolment);
    }
}

package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Office.course;
import static kz.qadam.enrolment.Office.partner;
import static kz.qadam.enrolment.Office.school;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnrolmentTest {

    @Test
    void smoke() {
        school("s-1");
        course("C-1");
        for (int i = 0; i < 2; i++)
            partner("s-1").body("""
            {"reference": "E-1", "course": "C-1", "cohort": "pupils", "learner": {"iin": "991231100010"}, "enrolledOn": "2026-02-01"}""").post("/v1/enrolments").then().log().all();
        partner("s-1").body("""
            {"reference": "E-1", "course": "C-1", "cohort": "pupils", "learner": {"iin": "991231200017"}, "enrolledOn": "2026-02-03"}""").post("/v1/enrolments").then().log().all();
        partner("s-1").body("""
            {"reference": "E-991231100010", "course": "C-x", "cohort": "pupil", "learner": {"iin": "991231200018"}, "enrolledOn": "2036-02-03", "x":1}""").post("/v1/enrolments").then().log().all();
        partner("s-1")
                .contentType("text/csv; charset=UTF-8")
                .body(
                        "reference;course;cohort;iin;enrolledOn\nE-1;C-1;pupils;991231100010;01.02.2026\nE-2;C-1;pupils;9,91E+11;01.02.2026\n")
                .post("/v1/enrolments/batch")
                .then()
                .log()
                .all();
        partner("s-1").get("/v1/enrolments").then().log().all();
        partner("s-1").get("/v1/institutions").then().log().all();
        partner("s-1").get("/v1/cohorts").then().log().all();
        partner("s-1").get("/v1/programme").then().log().all();
    }
}

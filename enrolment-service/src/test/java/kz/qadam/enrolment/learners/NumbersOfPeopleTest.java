package kz.qadam.enrolment.learners;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.post;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers of people are where they belong, and nowhere else. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class NumbersOfPeopleTest {

    private static final String NUMBER = "991231200017";

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    @Test
    void a_number_without_a_day_of_birth_enrols_nobody() {
        enrol(school, enrolment("E-1", course, "000000000000"))
                .statusCode(422)
                .body("errors.pointer", contains("/learner/iin"))
                .body("errors.code", contains("no-day-of-birth"));
    }

    @Test
    void a_table_comes_back_with_the_number_where_it_belongs_and_nowhere_else() {
        String person = People.iin();

        String answer = batch("text/csv", """
                reference,course,cohort,iin,enrolledOn,documentNumber,_mine
                of %1$s,%2$s,pupils,%3$s,2026-02-01,,%1$s
                E-2,%2$s,pupils,%1$s,%1$s,,-1
                """.formatted(NUMBER, course, person))
                .extract()
                .asString();

        assertThat(answer.lines().toList().get(1))
                .startsWith(",%s,pupils,%s,2026-02-01,,,2,rejected,".formatted(course, person));
        assertThat(answer.lines().toList().get(2))
                .startsWith("E-2,%s,pupils,%s,,,'-1,3,rejected,".formatted(course, NUMBER));
    }

    @Test
    void the_reference_of_a_rejected_item_is_not_repeated() {
        String answer = batch("application/json", "[" + enrolment("991231 200017", course, People.iin()) + "]")
                .body("results.status", contains("rejected"))
                .body("results[0].problem.errors.code", contains("looks-like-iin"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("991231 200017");
    }

    @Test
    void no_number_is_accepted_in_a_reason() {
        enrolled(school, enrolment("E-1", course, People.iin()));

        post(school, "withdrawals", """
                        {"enrolment": "%s", "on": "2026-04-01", "reason": "991231 200017"}""".formatted("E-1")).statusCode(422).body("errors.pointer", contains("/reason"));
    }

    @Test
    void no_new_enrolment_is_accepted_under_a_number() {
        enrol(school, enrolment("991231-100010", course, People.iin()))
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"));
    }

    private ValidatableResponse batch(String type, String body) {
        return partner(school)
                .contentType(type)
                .accept(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/enrolments/batch")
                .then();
    }
}

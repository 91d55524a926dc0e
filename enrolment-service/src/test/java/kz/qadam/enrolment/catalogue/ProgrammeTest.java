package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ProgrammeTest {

    private static final String PATH = "/v1/programme";

    private String current;
    private String tag;
    private String longer;

    @BeforeEach
    void read() {
        var programme = anybody().get(PATH).then().extract();
        current = programme.asString();
        tag = programme.header("ETag");
        longer = current.replace("2030-12-31", "2031-12-31");
    }

    @AfterEach
    void end_it_where_it_ended_before() {
        put(PATH, "*", current).statusCode(200);
    }

    @Test
    void the_programme_starts_with_2026() {
        anybody().get(PATH).then().body("startsOn", equalTo("2026-01-01"));
    }

    @Test
    void the_programme_changes_as_a_whole() {
        put(PATH, tag, longer)
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("horizon", equalTo("2031-12-31"))
                .body("milestones.code", contains("digital-nation"));
    }

    @Test
    void the_programme_is_not_replaced_without_a_tag() {
        put(PATH, null, longer).statusCode(428);
    }

    @Test
    void the_programme_is_not_replaced_by_who_has_seen_an_earlier_state() {
        put(PATH, tag, longer).statusCode(200);

        put(PATH, tag, current).statusCode(412);
    }

    @Test
    void a_programme_does_not_end_before_it_starts() {
        put(PATH, "*", """
                        {"startsOn": "2026-01-01", "horizon": "2025-12-31", "milestones": [{"code": "x"}], "zone": "Asia/Almaty"}""").statusCode(400).body("errors.pointer", contains("/milestones/0/on", "/horizon"));
    }
}

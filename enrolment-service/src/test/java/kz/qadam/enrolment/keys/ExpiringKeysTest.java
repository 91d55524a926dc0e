package kz.qadam.enrolment.keys;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.TasksFixture.taskOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.qadam.enrolment.TasksFixture;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ExpiringKeysTest {

    private static final String KIND = taskOf("keys-ending");

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Almaty"));
    private String school;

    @BeforeEach
    void make_keys() {
        school = school();
        ending(10);
        ending(29);
        ending(40);
    }

    @Test
    void keys_that_end_within_30_days_are_a_task_until_the_last_day_of_the_first_of_them() {
        new TasksFixture(administrator(school))
                .all()
                .body(KIND + ".count", equalTo(2))
                .body(KIND + ".until", equalTo(today.plusDays(10).toString()))
                .body(KIND + ".oldest", nullValue())
                .body(KIND + ".link", equalTo("/keys"));
    }

    @Test
    void a_key_that_was_revoked_needs_no_other_key() {
        KeyFixture first =
                new KeyFixture(administrator(school).get(KeyFixture.PATH).path("items[0].id"), "", school);

        first.revokedBy(administrator(school)).statusCode(200);

        new TasksFixture(administrator(school))
                .all()
                .body(KIND + ".count", equalTo(1))
                .body(KIND + ".until", equalTo(today.plusDays(29).toString()));
    }

    @Test
    void nobody_has_the_task_who_makes_no_keys_for_the_institution() {
        new TasksFixture(partner(school)).all().body(KIND, nullValue());
        new TasksFixture(administrator(school())).all().body(KIND, nullValue());
        new TasksFixture(office()).all().body(KIND, nullValue());
    }

    private void ending(int days) {
        KeyFixture.make(school, "{\"expiresOn\": \"%s\"}".formatted(today.plusDays(days)))
                .statusCode(201);
    }
}

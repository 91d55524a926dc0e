package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.TasksFixture.taskOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.TasksFixture;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school has enrolled pupils, and has not declared on which basis it sends them. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class MissingLegalBasesTest {

    private static final String KIND = taskOf("bases-missing");

    private final LocalDate today = LocalDate.now(AlmatyTime.ZONE);
    private String school;

    @BeforeEach
    void a_school_has_enrolled_pupils() {
        school = school();
        enrolled(school, enrolment("E-1", course(), People.iin()));
    }

    @Test
    void a_basis_that_is_missing_is_a_task_that_leads_to_its_form_until_it_is_declared() {
        new TasksFixture(administrator(school))
                .all()
                .body(KIND + ".count", equalTo(1))
                .body(KIND + ".link", equalTo("/bases/pupils"));

        declare(today);

        new TasksFixture(administrator(school)).all().body(KIND, nullValue());
    }

    @Test
    void a_basis_that_begins_later_is_missing_until_then() {
        declare(today.plusDays(10));

        new TasksFixture(administrator(school)).all().body(KIND + ".count", equalTo(1));
    }

    @Test
    void nobody_has_the_task_who_declares_nothing_for_the_institution() {
        new TasksFixture(partner(school)).all().body(KIND, nullValue());
        new TasksFixture(administrator(school())).all().body(KIND, nullValue());
        new TasksFixture(office()).all().body(KIND, nullValue());
    }

    private void declare(LocalDate since) {
        LegalBasisFixture.declared(school, "pupils", "consent-of-representative", since.toString());
    }
}

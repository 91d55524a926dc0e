package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.catalogue.LegalBasisFixture.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.catalogue.LegalBasisRule;
import kz.qadam.enrolment.learners.Learners;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An installation that requires institutions to declare their basis. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LegalBasisRequiredTest {

    @Inject
    Learners learners;

    @Inject
    EnrolmentPublisher publisher;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry metrics;

    @Inject
    Batch batch;

    @Inject
    Database database;

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    private <P extends Record & EnrolmentSubmissionKind.Post> Outcome<EnrolmentView> send(
            EnrolmentSubmissionKind<P> kind, String body) {
        ParsedItem<P> item = kind.read(batch.single(body.getBytes(StandardCharsets.UTF_8)), Submitter.of(school), null);
        return database.transaction(handle -> kind.record(handle, List.of(item), false))
                .outcomes()
                .get(0);
    }

    private Outcome<EnrolmentView> enrol(LegalBasisRule basis, String cohort) {
        return send(
                new NewEnrolments(learners, publisher, basis, clock, metrics),
                enrolment("E-1", course, cohort, People.iin()));
    }

    private Outcome<EnrolmentView> correct(String cohort) {
        return send(
                new Amendments<>(
                        "enrolment-corrections", CorrectionPost.READER, publisher, LegalBasisRule.of(true), clock),
                """
                {"enrolment": "E-1", "cohort": "%s", "reason": "wrong row"}""".formatted(cohort));
    }

    private static void assertNeedsBasis(Outcome<EnrolmentView> outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.problem().errors())
                                .extracting(fault -> fault.text().code(), Fault::pointer)
                                .containsExactly(tuple("basis-needed", "/cohort")));
    }

    @Test
    void nobody_is_enrolled_without_a_basis() {
        assertNeedsBasis(enrol(LegalBasisRule.of(true), "pupils"));
    }

    @Test
    void a_basis_for_one_cohort_is_none_for_another() {
        declared(school, "students", "consent", "2026-01-15");

        assertNeedsBasis(enrol(LegalBasisRule.of(true), "pupils"));
    }

    @Test
    void a_basis_that_begins_tomorrow_is_not_enough_today() {
        declared(school, "students", "consent", LocalDate.now(clock).plusDays(2).toString());

        assertNeedsBasis(enrol(LegalBasisRule.of(true), "students"));
    }

    @Test
    void with_a_basis_people_are_enrolled() {
        declared(school, "pupils", "law", "2026-01-15");

        assertThat(enrol(LegalBasisRule.of(true), "pupils").verdict()).isEqualTo("accepted");
    }

    @Test
    void an_installation_that_requires_none_enrols_without_a_basis() {
        assertThat(enrol(LegalBasisRule.of(false), "pupils").verdict()).isEqualTo("accepted");
    }

    @Test
    void an_enrolment_is_not_corrected_into_a_cohort_without_a_basis() {
        enrolled(school, enrolment("E-1", course, People.iin()));

        assertNeedsBasis(correct("students"));
    }

    @Test
    void an_enrolment_is_corrected_into_a_cohort_with_a_basis() {
        declared(school, "students", "consent", "2026-01-15");
        enrolled(school, enrolment("E-1", course, People.iin()));

        assertThat(correct("students").verdict()).isEqualTo("accepted");
    }
}

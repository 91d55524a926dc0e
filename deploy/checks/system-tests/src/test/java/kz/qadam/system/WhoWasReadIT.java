package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;

/** An auditor finds whose records somebody read. */
@OnSuite
class WhoWasReadIT {

    private final Qadam qadam;
    private final Instant start = Instant.now();
    private final Institution school;

    WhoWasReadIT(Qadam qadam) {
        this.qadam = qadam;
        this.school = qadam.office().opens("school", "KZ-75");
    }

    private void asOwner(String sql) throws IOException, SQLException {
        try (var connection = qadam.suite().database(Service.ENROLMENT).connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void requests_of_which_only_the_number_was_kept_are_named_for_each_reader() throws Exception {
        asOwner("""
                insert into trail (id, at, instance, kind, action, outcome, items)
                values (gen_random_uuid(), now(), 'enrolment-0', 'read', 'without a place', 'counted', 17)
                """);

        Said said = Said.by(qadam.whoWasRead("partner." + school.code(), start));

        assertThat(said.exitCode()).as(said.text()).isEqualTo(1);
        assertThat(said.text())
                .contains(
                        "enrolment-service,without a place,,cannot be computed: only the number of requests was kept");
    }

    @Test
    void the_learners_whom_a_partner_read_are_found() throws Exception {
        Partner partner = qadam.partner(school);
        Enrolment enrolment = Enrolment.of(school, qadam.office().offers(36), "pupils");
        partner.enrols(enrolment);
        String learner = partner.learnerOf(enrolment.reference());
        qadam.bearer(Service.ENROLMENT, qadam.tokenOf(school)).get("/v1/enrolments");

        // Reads are written within seconds.
        soon().untilAsserted(() -> assertThat(Said.by(qadam.whoWasRead("partner." + school.code(), start))
                        .text())
                .contains("GET /v1/enrolments,%s,as known now".formatted(learner)));
    }

    @Test
    void the_learners_whom_an_auditor_read_on_a_page_are_found() throws Exception {
        Partner partner = qadam.partner(school);
        Enrolment enrolment = Enrolment.of(school, qadam.office().offers(36), "pupils");
        partner.enrols(enrolment);
        String learner = partner.learnerOf(enrolment.reference());
        qadam.arrivals().await();

        qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor"))
                .get("/audit?cohort=pupils&measure=enrolled&region=&on=&asOf=&institution=" + school.code())
                .then()
                .statusCode(200);

        assertThat(Said.by(qadam.whoWasRead("auditor", start)).text())
                .contains("reporting-service,GET /audit,%s,as known then".formatted(learner));
    }
}

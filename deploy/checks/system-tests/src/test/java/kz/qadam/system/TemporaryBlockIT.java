package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import kz.qadam.local.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office blocks a learner for a time: no service shows the records to the institution, and every figure stays. */
@OnSuite
class TemporaryBlockIT {

    private final Qadam qadam;
    private final Auditor auditor;
    private final Institution school;
    private final Partner partner;
    private final Enrolment enrolment;
    private final Completion completion;
    private String learner;

    TemporaryBlockIT(Qadam qadam) {
        this.qadam = qadam;
        this.auditor = qadam.auditor();
        this.school = qadam.office().opens("school", "KZ-23");
        this.partner = qadam.partner(school);
        this.enrolment = Enrolment.of(school, qadam.office().offers(36), "pupils");
        this.completion = enrolment.completed(0);
    }

    @BeforeEach
    void a_trained_learner() {
        Figures before = auditor.figures();
        partner.enrols(enrolment);
        partner.completes(completion);
        auditor.sees(PlainCount.of(List.of(completion)), before);
        learner = partner.learnerOf(enrolment.reference());
    }

    /** How many enrolments, completions and receipts of the learner the institution reads. */
    private List<Integer> readByInstitution() throws IOException {
        return List.of(partner.enrolmentsKept(), partner.completionsThatAre("accepted"), receipts());
    }

    private int receipts() throws IOException {
        return given().spec(qadam.bearer(Service.REPORTING, qadam.tokenOf(school)))
                .get("/v1/receipts?reference=" + completion.reference())
                .jsonPath()
                .getList("items")
                .size();
    }

    @Test
    void no_service_shows_a_blocked_learner_to_the_institution_and_every_figure_stays() throws IOException {
        Figures figures = auditor.figures();
        assertThat(readByInstitution()).containsExactly(1, 1, 1);

        qadam.office().blocks(learner);

        soon().untilAsserted(() -> assertThat(readByInstitution()).containsExactly(0, 0, 0));
        assertThat(auditor.figures()).isEqualTo(figures);
        auditor.findsThatTheRecountMatches();
    }

    @Test
    void every_service_shows_the_learner_again_when_the_block_is_lifted() {
        qadam.office().blocks(learner);
        soon().untilAsserted(() -> assertThat(readByInstitution()).containsExactly(0, 0, 0));

        qadam.office().liftsBlock(learner);

        soon().untilAsserted(() -> assertThat(readByInstitution()).containsExactly(1, 1, 1));
    }
}

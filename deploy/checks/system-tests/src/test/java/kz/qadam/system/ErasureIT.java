package kz.qadam.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The office erases a learner: the person is found nowhere any more, and every figure stays. */
@OnSuite
class ErasureIT {

    private final Qadam qadam;
    private final Auditor auditor;
    private final Partner partner;
    private final LiveRows rows;
    private final String cohort;
    private final Enrolment pupil;
    private final Completion counted;
    private final Completion revoked;

    ErasureIT(Qadam qadam) {
        this.qadam = qadam;
        this.auditor = qadam.auditor();
        this.rows = new LiveRows(qadam.suite());
        Institution school = qadam.office().opens("school", "KZ-23");
        Course course = qadam.office().offers(36);
        this.cohort = "pupils";
        this.partner = qadam.partner(school);
        this.pupil = new Enrolment(Qadam.fresh("forget-enrolment"), school, course, cohort, Iins.next());
        this.counted = new Completion(
                Qadam.fresh("forget-first"), pupil, pupil.completed(1).completedOn());
        this.revoked = new Completion(Qadam.fresh("forget-second"), pupil, counted.completedOn());
    }

    private void givenACorrectedAndARevokedCompletion() {
        Figures before = auditor.figures();
        partner.enrols(pupil);
        partner.completes(counted);
        partner.completes(revoked);
        partner.corrects(counted, "forget-certificate");
        partner.revokes(revoked);
        auditor.sees(PlainCount.of(List.of(counted)), before);
    }

    private List<String> texts() {
        return List.of(
                pupil.reference(), counted.reference(), revoked.reference(), "forget-certificate", "forget-reason");
    }

    private Map<String, List<String>> tablesWithTexts() throws IOException, SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        for (String text : texts()) {
            List<String> tables = rows.tablesWith(text);
            if (!tables.isEmpty()) {
                found.put(text, tables);
            }
        }
        return found;
    }

    private Map<String, String> pastAnswers(String asOf) {
        return Stream.of(
                        "/v1/progress?asOf=" + asOf,
                        "/v1/progress/" + cohort + "?asOf=" + asOf,
                        "/v1/progress/" + cohort + "/breakdown?by=institution&asOf=" + asOf)
                .collect(
                        Collectors.toMap(path -> path, path -> auditor.get(path).asString()));
    }

    private long eventsWith(String text) {
        return qadam.kafka().topics().stream()
                .flatMap(topic -> qadam.kafka().records(topic).stream())
                .filter(event -> event.value() != null && new String(event.value(), ISO_8859_1).contains(text))
                .count();
    }

    private void awaitErased() {
        String evidence = "/v1/audit/evidence?measure=completions&cohort=" + cohort + "&institution="
                + pupil.institution().code();
        soon().untilAsserted(() -> assertThat(auditor.get(evidence).jsonPath().getList("items.erased"))
                .containsExactly(true));
        soon().untilAsserted(() -> assertThat(tablesWithTexts()).containsOnlyKeys(pupil.reference()));
    }

    @Test
    void an_erased_person_is_found_nowhere_and_every_figure_stays() throws IOException, SQLException {
        givenACorrectedAndARevokedCompletion();
        String asOf = auditor.get("/v1/progress").path("asOf");
        Map<String, String> answers = pastAnswers(asOf);
        Figures figures = auditor.figures();
        assertThat(tablesWithTexts()).containsOnlyKeys(texts().toArray(String[]::new));
        assertThat(rows.tablesWith(pupil.iin())).isEmpty();

        qadam.office().erases(pupil.iin());

        partner.enrolling(pupil.json().replace(pupil.reference(), "another"))
                .then()
                .statusCode(422);
        awaitErased();
        partner.forgets(pupil.reference());
        assertThat(tablesWithTexts()).isEmpty();
        assertThat(rows.tablesWith(pupil.iin())).isEmpty();
        assertThat(Qadam.filesWith(text -> text.contains(pupil.iin()))).isEmpty();
        assertThat(eventsWith(pupil.iin())).isZero();
        assertThat(eventsWith(pupil.reference())).isPositive();
        assertThat(pastAnswers(asOf)).isEqualTo(answers);
        assertThat(auditor.figures()).isEqualTo(figures);
        auditor.findsThatTheRecountMatches();
    }
}

package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An institution corrects completions of one cause together: two were completed before their learner had joined. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class GroupCorrectionPageTest {

    private static final String PAGE = "/waiting/groups/before-enrolment?lang=en";

    private final Partner school = Partner.school();
    private String first;
    private String second;

    @BeforeEach
    void two_completions_do_not_count() {
        Neighbours.describeCatalogue();
        school.hasEnrolled("E-1", UUID.randomUUID());
        school.hasEnrolled("E-2", UUID.randomUUID());
        first = school.completes("C-1", "E-1", "2026-01-09")
                .statusCode(201)
                .extract()
                .path("id");
        second = school.completes("C-2", "E-2", "2026-01-09")
                .statusCode(201)
                .extract()
                .path("id");
        await().untilAsserted(() -> assertThat(page()).contains("C-1", "C-2"));
    }

    @Test
    void what_the_corrections_would_do_is_shown_for_each_and_for_the_cohort() {
        String shown =
                check("2026-03-01", "2026-01-08").statusCode(200).extract().asString();

        assertThat(shown)
                .contains("It counts", "before the learner joined")
                .containsPattern("pupils: .*\\+1")
                .contains("id=\"confirm\"");
        assertThat(school.statusOf("C-1")).isEqualTo("refused");
    }

    @Test
    void what_was_shown_is_done_and_what_is_left_is_shown() {
        Map<String, String> form = form("01.03.2026", "2026-01-09");
        form.put("effect", effect(check("01.03.2026", "2026-01-09").extract().asString()));

        send(form).statusCode(303).header("Location", endsWith(PAGE));

        await().untilAsserted(() -> assertThat(school.statusOf("C-1")).isEqualTo("accepted"));
        assertThat(page()).contains("C-2").doesNotContain(">C-1<");
    }

    @Test
    void what_is_wrong_with_a_row_is_said_at_it_and_the_others_can_be_kept() {
        assertThat(check("2026-03-01", "yesterday").statusCode(200).extract().asString())
                .contains("<span class=\"fault\" id=\"why-" + second + "\">", "value=\"yesterday\"", "id=\"confirm\"");
    }

    @Test
    void rows_that_are_refused_stay_as_they_are_filled_in_when_the_others_are_kept() {
        Map<String, String> form = form("2026-03-01", "yesterday");
        form.put("effect", effect(check("2026-03-01", "yesterday").extract().asString()));

        String left = send(form).statusCode(200).extract().asString();

        assertThat(left)
                .contains("<title>Error: ", "value=\"yesterday\"", "value=\"The days were wrong\"")
                .doesNotContain(">C-1<", "id=\"confirm\"");
        await().untilAsserted(() -> assertThat(school.statusOf("C-1")).isEqualTo("accepted"));
    }

    @Test
    void without_a_reason_nothing_is_corrected() {
        Map<String, String> form = form("2026-03-01", "2026-03-01");
        form.put("reason", "");

        assertThat(send(form).statusCode(200).extract().asString())
                .contains("id=\"nothing\"")
                .doesNotContain("id=\"confirm\"");
    }

    @Test
    void what_somebody_else_has_changed_meanwhile_is_shown_instead() {
        Map<String, String> form = form("2026-03-01", "2026-03-02");
        form.put("effect", effect(check("2026-03-01", "2026-03-02").extract().asString()));
        school.csv("/v1/corrections/batch", "completion,completedOn,reason\nC-2,2026-01-07,another day\n")
                .statusCode(207);

        assertThat(send(form).statusCode(200).extract().asString()).contains("Something has changed in between");
        assertThat(school.statusOf("C-1")).isEqualTo("refused");
    }

    @Test
    void another_institution_corrects_nothing_of_it() {
        Partner other = Partner.school();

        other.form(PAGE, form("2026-03-01", "2026-03-01")).statusCode(303);

        assertThat(school.statusOf("C-1")).isEqualTo("refused");
    }

    private String page() {
        return school.get(PAGE).statusCode(200).extract().asString();
    }

    private ValidatableResponse check(String firstDay, String secondDay) {
        return send(form(firstDay, secondDay));
    }

    private Map<String, String> form(String firstDay, String secondDay) {
        Map<String, String> form = new HashMap<>();
        form.put("version." + first, "1");
        form.put("enrolment." + first, "E-1");
        form.put("completedOn." + first, firstDay);
        form.put("version." + second, "1");
        form.put("enrolment." + second, "E-2");
        form.put("completedOn." + second, secondDay);
        form.put("reason", "The days were wrong");
        return form;
    }

    private ValidatableResponse send(Map<String, String> form) {
        return school.form(PAGE, form);
    }

    private static String effect(String page) {
        var found = Pattern.compile("name=\"effect\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}

package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An institution sees what does not count, and why. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class UncountedPageTest {

    private static final String PAGE = "/waiting?lang=en";
    private static final String TABLE = "/waiting/corrections/";

    private final Partner school = Partner.school();

    @BeforeEach
    void describe_the_catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void completions_are_grouped_by_cause_with_what_to_do_and_a_table_of_corrections() {
        school.hasEnrolled("E", UUID.randomUUID());
        IntStream.range(0, 22).forEach(i -> school.completes("lost-" + i, "Z-" + i, "2026-03-01"));
        school.completes("early", "E", "2026-01-09").statusCode(201);
        school.completes("counts", "E", "2026-03-01").statusCode(201);

        await().untilAsserted(() -> assertThat(groups()).containsExactly("enrolment-unknown 22", "before-enrolment 1"));

        assertThat(page())
                .contains("Send the enrolment under this reference")
                .containsPattern(
                        "<th scope=\"row\"><a href=\"/records/[0-9a-f-]{36}\\?lang=en\">lost-0</a></th><td[^>]*>Z-0</td>")
                .doesNotContain("lost-20")
                .contains("The 20 of 22 that have waited longest are shown")
                .doesNotContain(">counts<");
        assertThat(school.get(TABLE + "before-enrolment").extract().asString())
                .isEqualTo("\uFEFFcompletion;enrolment;completedOn;%sreason;version\r\nearly;E;2026-01-09;%s;1\r\n"
                        .formatted(details("%s;"), details(";")));
    }

    @Test
    void it_says_by_how_much_the_home_counts_fewer() {
        school.completes("new", "Z", "2026-03-01").statusCode(201);
        school.completes("old", "Y", "2026-03-01").statusCode(201);
        Records.change("update completion set pending_since = now() - interval '25 hours'"
                + " where institution = '%s' and reference = 'old'".formatted(school.institution()));

        assertThat(page()).contains("The home page counts 1 fewer");
    }

    /** The columns of the details, which a correction may leave empty. */
    private static String details(String each) {
        StringBuilder all = new StringBuilder();
        CorrectionPost.READER.columns().names().stream()
                .filter(name -> !List.of("institution", "completion", "enrolment", "completedOn", "reason", "version")
                        .contains(name))
                .forEach(name -> all.append(each.formatted(name)));
        return all.toString();
    }

    @Test
    void a_filled_in_table_of_corrections_can_be_sent_as_it_is() {
        school.hasEnrolled("E", UUID.randomUUID());
        school.completes("early", "E", "2026-01-09").statusCode(201);
        await().untilAsserted(() -> assertThat(groups()).containsExactly("before-enrolment 1"));
        String table =
                school.get(TABLE + "before-enrolment").extract().asString().substring(1);

        school.csv(
                        "/v1/corrections/batch",
                        table.replace("2026-01-09", "09.03.2026").replace(";1\r\n", "the day was wrong;1\r\n"))
                .statusCode(207);

        await().untilAsserted(() -> assertThat(page()).contains("Everything that you sent counts"));
    }

    @Test
    void nobody_else_sees_it_and_an_institution_nothing_of_who_is_blocked() {
        UUID learner = UUID.randomUUID();
        school.enrols("E", learner, "pupils", "AI-101");
        school.completes("early", "E", "2026-01-09").statusCode(201);
        await().untilAsserted(() -> assertThat(groups()).hasSize(1));

        Partner other = Partner.school();
        assertThat(other.get(PAGE).extract().asString()).contains("No completion of your institution is kept yet");
        other.get(TABLE + "before-enrolment").statusCode(404);
        Office.get("office", PAGE).statusCode(403);

        Records.change("insert into blocked_learner (learner, person, erased, by_erasure, for_a_time)"
                + " values ('%1$s', '%1$s', false, false, true)".formatted(learner));
        assertThat(groups()).isEmpty();
        school.get(TABLE + "before-enrolment").statusCode(404);
    }

    private String page() {
        return school.get(PAGE).statusCode(200).extract().asString();
    }

    private List<String> groups() {
        return Pattern.compile("id=\"([a-z-]+)\" data-count=\"(\\d+)\"")
                .matcher(page())
                .results()
                .map(one -> one.group(1) + " " + one.group(2))
                .toList();
    }
}

package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told that a person is blocked is on record, once for each item. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class BlockedPersonVerdictsTest {

    private SentFiles files;
    private String school;
    private String course;
    private String blocked;

    @BeforeEach
    void block_somebody() {
        files = SentFiles.ofASchool();
        school = files.school();
        course = course();
        blocked = BlockedPeople.FOR_A_TIME.iin(course);
    }

    private List<Map<String, Object>> verdicts() {
        return auditor()
                .get("/v1/enrolment-trail?subject=learner-unavailable&institution=" + school)
                .jsonPath()
                .getList("items");
    }

    private String batch(int size) {
        return Stream.iterate(1, i -> i + 1)
                .limit(size)
                .map(i -> enrolment("E-" + i, course, blocked))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void a_post_that_is_refused_is_on_record_without_number_and_reference() {
        post(school, "enrolments", enrolment("of-nobody", course, blocked))
                .statusCode(422)
                .body("errors.code", contains("learner-unavailable"));

        assertThat(verdicts()).singleElement().satisfies(entry -> {
            assertThat(entry)
                    .containsEntry("kind", "denial")
                    .containsEntry("action", "POST /v1/enrolments")
                    .containsEntry("outcome", "learner-unavailable")
                    .containsEntry("status", 422)
                    .containsEntry("items", 1);
            assertThat(entry.get("actor").toString()).contains(school, "name=");
            assertThat(entry.toString()).doesNotContain(blocked, "of-nobody");
        });
    }

    @Test
    void each_item_of_a_batch_that_is_refused_is_on_record() {
        post(school, "enrolments/batch", batch(3)).body("results.status", contains("rejected", "rejected", "rejected"));

        assertThat(verdicts()).extracting(entry -> entry.get("items")).containsExactly(1, 1, 1);
    }

    @Test
    void a_batch_of_which_nothing_is_kept_is_on_record() {
        String items = batch(2).replace("]", "," + enrolment("E-9", course, People.iin()) + "]");

        post(school, "enrolments/batch?atomic=true", items)
                .body("results.status", contains("rejected", "rejected", "not-kept"));

        assertThat(verdicts()).hasSize(2);
    }

    @Test
    void a_row_of_a_file_that_is_refused_is_on_record() {
        files.finished(files.sent(SentFiles.HEADER + files.row("E-1").replaceAll("[0-9]{12}", blocked)));

        assertThat(verdicts())
                .singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("action", "import enrolments"));
    }

    @Test
    void who_is_told_nothing_is_not_on_record() {
        post(school, "enrolments?dryRun=true", enrolment("E-1", course, blocked))
                .statusCode(200);
        post(school, "enrolments", enrolment("E-1", "none", blocked)).statusCode(422);

        assertThat(verdicts()).isEmpty();
    }
}

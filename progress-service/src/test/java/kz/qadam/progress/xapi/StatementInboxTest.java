package kz.qadam.progress.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours.Enrolled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What statements of a school's platforms become. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class StatementInboxTest {

    private static final String FIRST = "2026-05-30T10:00:00+05:00";
    private static final String SECOND = "2026-05-31T20:30:00Z";

    private final UUID learner = UUID.randomUUID();
    private PlatformOfSchool platform;

    @BeforeEach
    void open() {
        platform = PlatformOfSchool.open();
    }

    @Test
    void a_statement_of_a_linked_account_is_a_completion_on_the_day_of_almaty() {
        Enrolled enrolled = platform.hasLinked(learner);

        List<String> ids = platform.sends(Sent.moodleCompleted("17", 2, SECOND));

        assertThat(ids).hasSize(1);
        assertThat(platform.accepted(enrolled)).containsExactly("2026-06-01");
        assertThat(platform.outcomes()).containsExactly("counted");
    }

    @Test
    void the_earliest_time_counts_in_both_orders() {
        Enrolled enrolled = platform.hasLinked(learner);
        platform.sends(Sent.moodleCompleted("17", 2, SECOND));
        platform.sends(Sent.moodleCompleted("17", 2, FIRST));

        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-30");
        assertThat(platform.outcomes()).containsExactly("counted", "repeated");

        platform.sends(Sent.moodleCompleted("17", 2, SECOND));
        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-30");
    }

    @Test
    void what_is_sent_again_gets_the_same_id_and_changes_nothing() {
        Enrolled enrolled = platform.hasLinked(learner);
        List<String> first = platform.sends(Sent.moodleCompleted("17", 2, FIRST), Sent.moodleViewed("17", 2, FIRST));

        List<String> again = platform.sends(Sent.moodleCompleted("17", 2, FIRST), Sent.moodleViewed("17", 2, FIRST));

        assertThat(again).isEqualTo(first);
        assertThat(platform.outcomes()).containsExactly("counted");
        assertThat(platform.accepted(enrolled)).hasSize(1);
    }

    @Test
    void fifty_equal_posts_at_once_make_one_completion() throws Exception {
        Enrolled enrolled = platform.hasLinked(learner);
        ExecutorService senders = Executors.newFixedThreadPool(50);
        Callable<List<String>> post = () -> platform.sends(Sent.moodleCompleted("17", 2, FIRST));

        List<Future<List<String>>> answers =
                senders.invokeAll(Stream.generate(() -> post).limit(50).toList());

        for (Future<List<String>> answer : answers) {
            assertThat(answer.get()).hasSize(1);
        }
        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-30");
        senders.shutdown();
    }

    @Test
    void statement_link_and_enrolment_lead_to_the_same_in_each_order() {
        platform.sends(Sent.moodleCompleted("17", 2, FIRST));
        assertThat(platform.outcomes()).containsExactly("no-account");
        platform.links("moodle", "17", "E-1", "").statusCode(201).body("status", equalTo("pending"));
        assertThat(platform.outcomes()).containsExactly("no-enrolment");

        Enrolled enrolled = platform.hasEnrolled("E-1", learner, "AI-101");

        await().untilAsserted(() -> assertThat(platform.accepted(enrolled)).containsExactly("2026-05-30"));
        assertThat(platform.outcomes()).containsExactly("counted");
    }

    @Test
    void what_waits_counts_when_its_account_is_linked() {
        Enrolled enrolled = platform.hasEnrolled("E-1", learner, "AI-101");
        platform.sends(Sent.moodleCompleted("17", 2, FIRST));

        platform.links("17", enrolled).statusCode(201).body("learnerId", equalTo(learner.toString()));

        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-30");
    }

    @Test
    void a_second_course_of_a_linked_person_counts_once_the_missing_enrolment_comes() {
        platform.hasLinked(learner);
        platform.sends(Sent.moodleCompleted("17", 5, FIRST));
        String table =
                platform.school().getCsv("/v1/missing-enrolments.csv").extract().asString();
        assertThat(table).contains(";AI-102;pupils;" + learner + ";2026-05-30");

        Enrolled second = platform.hasEnrolled("E-2", learner, "AI-102");

        await().untilAsserted(() -> assertThat(platform.accepted(second)).containsExactly("2026-05-30"));
    }

    @Test
    void what_was_taken_back_counts_no_more_and_the_course_can_be_done_again() {
        Enrolled enrolled = platform.hasLinked(learner);
        platform.links("mooc", "u-17", "E-1", "").statusCode(201);
        UUID first = UUID.randomUUID();
        platform.sends(Sent.newestOpenedx(first, "passed", FIRST));

        platform.sends(Sent.voiding(UUID.randomUUID(), first));
        assertThat(platform.accepted(enrolled)).isEmpty();
        assertThat(platform.outcomes()).containsExactly("voided");

        platform.sends(Sent.newestOpenedx(UUID.randomUUID(), "passed", SECOND));
        assertThat(platform.accepted(enrolled)).containsExactly("2026-06-01");
    }

    @Test
    void what_was_taken_back_before_it_came_never_counts() {
        Enrolled enrolled = platform.hasLinked(learner);
        platform.links("mooc", "u-17", "E-1", "").statusCode(201);
        UUID first = UUID.randomUUID();
        platform.sends(Sent.voiding(UUID.randomUUID(), first));

        platform.sends(Sent.newestOpenedx(first, "passed", FIRST));

        assertThat(platform.accepted(enrolled)).isEmpty();
    }

    @Test
    void the_next_earliest_counts_when_the_earliest_is_taken_back() {
        Enrolled enrolled = platform.hasLinked(learner);
        platform.links("mooc", "u-17", "E-1", "").statusCode(201);
        UUID first = UUID.randomUUID();
        platform.sends(
                Sent.newestOpenedx(first, "passed", FIRST), Sent.newestOpenedx(UUID.randomUUID(), "passed", SECOND));

        platform.sends(Sent.voiding(UUID.randomUUID(), first));

        assertThat(platform.accepted(enrolled)).containsExactly("2026-06-01");
    }

    @Test
    void another_institution_takes_nothing_back() {
        Enrolled enrolled = platform.hasLinked(learner);
        platform.links("mooc", "u-17", "E-1", "").statusCode(201);
        UUID first = UUID.randomUUID();
        platform.sends(Sent.newestOpenedx(first, "passed", FIRST));

        PlatformOfSchool.open().sends(Sent.voiding(UUID.randomUUID(), first));

        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-30");
    }

    @Test
    void failed_after_passed_is_a_contradiction_and_changes_nothing() {
        Enrolled enrolled = platform.hasLinked(learner);
        platform.links("mooc", "u-17", "E-1", "").statusCode(201);
        platform.sends(Sent.newestOpenedx(UUID.randomUUID(), "passed", FIRST));

        platform.sends(Sent.newestOpenedx(UUID.randomUUID(), "failed", SECOND));

        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-30");
        assertThat(platform.outcomes()).containsExactly("counted", "contradiction");
    }

    @Test
    void a_completion_that_the_institution_has_sent_itself_is_enough() {
        Enrolled enrolled = platform.hasLinked(learner);
        platform.school().completes("C-1", "E-1", "2026-05-29").statusCode(201);

        platform.sends(Sent.moodleCompleted("17", 2, FIRST));

        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-29");
        assertThat(platform.outcomes()).containsExactly("known-otherwise");
    }

    @Test
    void a_table_without_references_says_the_same_as_statements() {
        platform.hasLinked(learner);
        platform.sends(Sent.moodleCompleted("17", 2, FIRST));

        platform.school()
                .csv("/v1/completions/batch", "enrolment,completedOn\nE-1,2026-05-30\n")
                .body("duplicate", equalTo(1));
        platform.school()
                .csv("/v1/completions/batch", "enrolment,completedOn\nE-1,2026-05-31\n")
                .body("conflict", equalTo(1));
    }

    @Test
    void what_the_institution_corrects_or_revokes_itself_stays_so() {
        Enrolled enrolled = platform.hasLinked(learner);
        platform.sends(Sent.moodleCompleted("17", 2, SECOND));
        String reference = platform.school().get("/v1/completions").extract().path("items[0].reference");
        platform.school().corrects(reference, "\"completedOn\":\"2026-05-20\"").statusCode(200);
        platform.sends(Sent.moodleCompleted("17", 2, FIRST));
        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-20");

        platform.school().revokes(reference).statusCode(200);
        platform.sends(Sent.moodleCompleted("17", 2, "2026-05-01T10:00:00Z"));

        assertThat(platform.accepted(enrolled)).isEmpty();
        assertThat(platform.outcomes()).containsExactly("revoked", "revoked", "revoked");
    }
}

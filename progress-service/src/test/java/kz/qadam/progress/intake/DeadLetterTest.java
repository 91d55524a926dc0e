package kz.qadam.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Neighbours.Enrolled;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class DeadLetterTest {

    private static final String LETTERS = "/v1/completion-dead-letters";
    private static final String CONTRADICTION = "An event with the same id said something else before.";

    private final Partner school = Partner.school();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    private final UUID enrolment = UUID.randomUUID();

    private String awaitUnreadableLetter() {
        Neighbours.send("qadam.enrolments", enrolment.toString(), "kz.qadam.enrolment.enrolled.v1", 1, """
                {"enrolmentId":"%s","reference":"E-1","institution":"%s","learnerId":"%s","course":"AI-101",
                 "cohort":"pupils","region":"KZ-75","enrolledOn":"some day","withdrawnOn":null,"version":1}
                """.formatted(
                        enrolment, school.institution(), UUID.randomUUID()));
        return awaitLetter(enrolment.toString(), "enrolledOn is not a date.");
    }

    private String awaitLetterThatCanBeReadNow() {
        String id = awaitUnreadableLetter();
        Records.change("""
                update dead_letter
                   set value = convert_to(replace(convert_from(value, 'UTF8'), 'some day', '2026-01-10'), 'UTF8')
                 where id = '%s'
                """.formatted(id));
        return id;
    }

    @Test
    void a_dead_letter_that_still_cannot_be_read_stays() {
        resolve(awaitUnreadableLetter(), "retry").statusCode(422).body("errors[0].code", equalTo("still-unreadable"));
    }

    @Test
    void a_dead_letter_that_can_be_read_by_then_takes_effect_when_it_is_retried() {
        String id = awaitLetterThatCanBeReadNow();

        resolve(id, "retry").statusCode(200).body("status", equalTo("retried"));

        assertThat(Records.count("select count(*) from enrolment where id = '%s'".formatted(enrolment)))
                .isEqualTo(1);
    }

    @Test
    void a_dead_letter_that_was_retried_may_be_retried_again_and_not_discarded() {
        String id = awaitLetterThatCanBeReadNow();
        resolve(id, "retry").statusCode(200);

        resolve(id, "retry").statusCode(200);
        resolve(id, "discard").statusCode(409);
    }

    @Test
    void the_same_version_of_an_enrolment_in_two_ways_is_a_dead_letter_and_changes_nothing() {
        Enrolled enrolled = school.enrols("E", UUID.randomUUID(), "pupils", "AI-101");
        String kept = "select count(*) from enrolment where id = '%s' and region = 'KZ-75'".formatted(enrolled.id());
        await().untilAsserted(() -> assertThat(Records.count(kept)).isEqualTo(1));

        Neighbours.enrol(enrolled, 1, "KZ-10", LocalDate.parse("2026-01-10"));

        String id = awaitLetter(enrolled.id().toString(), CONTRADICTION);
        resolve(id, "discard").statusCode(200).body("resolvedBy", equalTo("office"));
        assertThat(Records.count(kept)).isEqualTo(1);
    }

    @Test
    void the_same_version_of_the_catalogue_in_two_ways_is_a_dead_letter() {
        String code = "contradicted-" + UUID.randomUUID();
        Neighbours.describeCourse(code, 1, 36);
        Neighbours.describeInstitution(code, 1, "active");
        Neighbours.describeCohort(code, 1, "2000-01-01", "{}");
        Neighbours.describeCohort(code, 1, "2000-01-01", "{}");

        Neighbours.describeCourse(code, 1, 37);
        Neighbours.describeInstitution(code, 1, "closed");
        Neighbours.describeCohort(code, 1, "2000-01-01", "{\"minCourses\":2}");

        for (String subject : new String[] {"course/" + code, "institution/" + code, "cohort/" + code}) {
            resolve(awaitLetter(subject, CONTRADICTION), "discard").statusCode(200);
        }
    }

    @Test
    void a_learner_who_is_merged_into_two_is_a_dead_letter() {
        UUID absorbed = UUID.randomUUID();
        Neighbours.merge(absorbed, UUID.randomUUID());

        Neighbours.merge(absorbed, UUID.randomUUID());

        resolve(awaitLetter(absorbed.toString(), CONTRADICTION), "discard").statusCode(200);
    }

    @Test
    void only_auditor_and_office_read_dead_letters() {
        Office.get("viewer", LETTERS).statusCode(403);
    }

    @Test
    void a_dead_letter_that_does_not_exist_is_not_found() {
        resolve(UUID.randomUUID().toString(), "discard").statusCode(404);
    }

    private static String awaitLetter(String subject, String reason) {
        String path = "items.find { it.subject == '%s' && it.reason == '%s' }.id".formatted(subject, reason);
        return await().until(
                        () -> Office.get("auditor", LETTERS + "?limit=1000")
                                .extract()
                                .path(path),
                        id -> id != null);
    }

    private static ValidatableResponse resolve(String id, String action) {
        return Office.post(
                "office",
                LETTERS + "/" + id + "/resolution",
                "{\"action\": \"%s\", \"reason\": \"Looked at.\"}".formatted(action));
    }
}

package kz.qadam.progress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CompletionTasksTest {

    private static final String PATH = "/v1/completion-tasks";
    private static final String PENDING = of("completions-pending");
    private static final String REFUSED = of("completions-refused");
    private static final String OUTSIDE = of("completions-outside-programme");
    private static final String CONFLICT = of("rows-in-conflict");
    private static final String REJECTED = of("rows-rejected");

    private final Partner school = Partner.school();

    @BeforeEach
    void describe_the_catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void completions_that_wait_for_their_enrolment_are_a_task_after_a_day() {
        waitsFor("C-1", "25 hours");
        waitsFor("C-2", "3 days");
        waitsFor("C-3", "23 hours");

        school.get(PATH)
                .statusCode(200)
                .body(PENDING + ".count", equalTo(2))
                .body(PENDING + ".oldest", notNullValue())
                .body(PENDING + ".until", nullValue())
                .body(PENDING + ".link", equalTo("/waiting"));
        Partner.school().get(PATH).body("items", empty());
    }

    @Test
    void the_office_has_the_stale_ones_of_all_institutions() {
        long before = ofOffice(PENDING);

        waitsFor("old", "31 days");
        waitsFor("new", "29 days");

        assertThat(ofOffice(PENDING)).isEqualTo(before + 1);
        Office.get("office", PATH).body(PENDING + ".link", equalTo("/waiting/counts"));
        Office.get("auditor", PATH).body(PENDING, nullValue());
    }

    @Test
    void what_is_kept_and_does_not_count_is_grouped_by_its_cause() {
        school.enrols("E", UUID.randomUUID(), "pupils", "AI-101");
        var early = new Neighbours.Enrolled(
                UUID.randomUUID(), "F", school.institution(), UUID.randomUUID(), "pupils", "AI-101");
        Neighbours.enrol(early, 1, "KZ-75", LocalDate.parse("2025-12-01"));

        school.completes("before-enrolment", "E", "2026-01-09").statusCode(201);
        school.completes("counts", "E", "2026-03-01").statusCode(201);
        school.completes("outside-programme", "F", "2025-12-31").statusCode(201);

        await().untilAsserted(() -> school.get(PATH)
                .body(REFUSED + ".count", equalTo(1))
                .body(REFUSED + ".link", equalTo("/waiting"))
                .body(OUTSIDE + ".count", equalTo(1))
                .body(OUTSIDE + ".oldest", notNullValue()));
    }

    @Test
    void an_institution_does_not_hear_of_those_who_are_blocked() {
        UUID learner = UUID.randomUUID();
        school.enrols("E", learner, "pupils", "AI-101");
        school.completes("C", "E", "2026-01-09").statusCode(201);
        await().untilAsserted(() -> school.get(PATH).body(REFUSED + ".count", equalTo(1)));

        Records.change("insert into blocked_learner (learner, person, erased, by_erasure, for_a_time)"
                + " values ('%1$s', '%1$s', false, false, true)".formatted(learner));

        school.get(PATH).body(REFUSED, nullValue());
    }

    @Test
    void rows_that_were_not_kept_are_a_task_for_seven_days() {
        school.completes("C", "E", "2026-03-01").statusCode(201);
        school.completes("C", "F", "2026-03-01").statusCode(409);
        school.completes("D", "E", "2999-01-01").statusCode(422);
        school.completes("F", "E", "2999-01-01").statusCode(422);

        await().untilAsserted(() -> school.get(PATH)
                .body(CONFLICT + ".count", equalTo(1))
                .body(REJECTED + ".count", equalTo(2))
                .body(REJECTED + ".link", equalTo("/completion-files")));

        Records.change("update tally set day = day - 7 where institution = '%s'".formatted(school.institution()));
        school.get(PATH).body("items", empty());
    }

    @Test
    void an_event_that_cannot_be_read_waits_for_the_office_at_the_address_of_this_service() {
        UUID letter = UUID.randomUUID();
        Records.change("insert into dead_letter (id, topic, partition, record_offset, reason)"
                + " values ('%1$s', '%1$s', 0, 0, 'It cannot be read')".formatted(letter));

        Office.get("office", PATH)
                .body(of("unreadable-events") + ".count", greaterThanOrEqualTo(1))
                .body(of("unreadable-events") + ".link", equalTo("/desk/panels/progress/stuck"));

        Records.change("delete from dead_letter where id = '%s'".formatted(letter));
    }

    @Test
    void a_viewer_has_no_tasks() {
        Office.get("viewer", PATH).statusCode(403);
    }

    private static String of(String kind) {
        return "items.find { it.kind == '" + kind + "' }";
    }

    private static long ofOffice(String kind) {
        Integer count = Office.get("office", PATH).statusCode(200).extract().path(kind + "?.count");
        return count == null ? 0 : count;
    }

    private void waitsFor(String reference, String time) {
        school.completes(reference, "none", "2026-03-01").statusCode(201);
        Records.change(
                "update completion set pending_since = now() - interval '%s' where institution = '%s' and reference = '%s'"
                        .formatted(time, school.institution(), reference));
    }
}

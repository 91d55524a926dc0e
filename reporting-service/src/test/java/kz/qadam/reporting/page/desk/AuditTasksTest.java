package kz.qadam.reporting.page.desk;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.DatabaseFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class AuditTasksTest {

    private static final String PATH = "/v1/audit-tasks";
    private static final String HINTS = of("hints");
    private static final String DIFFERENCES = of("recount-differences");

    private final UUID id = UUID.randomUUID();

    @AfterEach
    void remove() {
        DatabaseFixture.execute(
                "delete from recount where id = '%1$s'; delete from dead_letter where id = '%1$s'".formatted(id));
    }

    @Test
    void the_hints_of_last_month_are_a_task_of_auditors_until_they_are_settled() {
        YearMonth month = YearMonth.now(ZoneId.of("Asia/Almaty")).minusMonths(1);
        String cohort = "hinted-" + UUID.randomUUID().toString().substring(0, 8);
        givenCohort(cohort, 10L);
        UUID busy = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            CompletionFixture.of(
                            busy,
                            cohort,
                            "KZ-75",
                            "hint-task-" + i,
                            month.atDay(12).toString())
                    .publish();
        }

        await().untilAsserted(() -> auditor(PATH)
                .statusCode(200)
                .body(HINTS + ".count", greaterThanOrEqualTo(1))
                .body(HINTS + ".link", equalTo("/hints/" + month)));

        JsonPath task = auditor(PATH).extract().jsonPath();
        assertThat(task.getInt(HINTS + ".count"))
                .isEqualTo(auditor("/v1/audit/hints", "month", month.toString())
                        .extract()
                        .jsonPath()
                        .getList("hints.findAll { !it.settled }")
                        .size());
        String id = auditor("/v1/audit/hints", "month", month.toString())
                .extract()
                .path("hints.find { it.learnerId == '%s' }.id".formatted(busy));
        as("auditor")
                .contentType("application/json")
                .body("{\"outcome\": \"explained\", \"reason\": \"three evening courses\"}")
                .put("/v1/audit/hints/" + month + "/" + id + "/settlement")
                .then()
                .statusCode(201);
        assertThat(auditor(PATH).extract().jsonPath().<Integer>get(HINTS + "?.count ?: 0"))
                .isEqualTo(task.getInt(HINTS + ".count") - 1);
        as("office").get(PATH).then().body(HINTS, nullValue());
    }

    @Test
    void what_the_last_daily_recount_found_different_is_a_task_until_the_next_one() {
        recounted("daily-recount", "[{}, {}]");
        auditor(PATH).body(DIFFERENCES + ".count", is(3)).body(DIFFERENCES + ".link", equalTo("/recounts"));
        as("office").get(PATH).then().body(DIFFERENCES + ".count", is(3));

        DatabaseFixture.execute("update recount set result = '{\"differences\": []}' where id = '%s'".formatted(id));

        auditor(PATH).body(DIFFERENCES, nullValue());
    }

    @Test
    void a_recount_that_somebody_asked_for_is_no_task() {
        recounted("auditor", "[{}]");

        auditor(PATH).body(DIFFERENCES, nullValue());
    }

    @Test
    void an_event_that_cannot_be_read_waits_at_the_address_of_this_service() {
        DatabaseFixture.execute("insert into dead_letter (id, topic, partition, record_offset, reason)"
                + " values ('%1$s', '%1$s', 0, 0, 'It cannot be read')".formatted(id));

        as("office")
                .get(PATH)
                .then()
                .body(of("unreadable-events") + ".count", greaterThanOrEqualTo(1))
                .body(of("unreadable-events") + ".link", equalTo("/desk/panels/reporting/stuck"));
    }

    @Test
    void a_viewer_has_no_tasks() {
        viewer(PATH).statusCode(403);
    }

    private static String of(String kind) {
        return "items.find { it.kind == '" + kind + "' }";
    }

    private void recounted(String by, String differences) {
        DatabaseFixture.execute("""
                insert into recount (id, batch, on_day, requested_by, instance, result, finished_at)
                values ('%s', 1, current_date, '%s', 'test', '{"differences": %s, "inFlight": {"overdue": 1}}', now())
                """.formatted(id, by, differences));
    }
}

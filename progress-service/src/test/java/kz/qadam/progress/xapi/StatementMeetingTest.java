package kz.qadam.progress.xapi;

import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours.Enrolled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements, links and enrolments that come at the same time, and statements that wait in vain. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class StatementMeetingTest {

    private static final int PEOPLE = 20;
    private static final String AT = "2026-05-30T10:00:00+05:00";

    @Inject
    WaitingStatements waiting;

    @Inject
    Database database;

    private final ExecutorService senders = Executors.newFixedThreadPool(16);
    private PlatformOfSchool platform;

    @BeforeEach
    void open() {
        platform = PlatformOfSchool.open();
    }

    @AfterEach
    void close() {
        senders.shutdown();
    }

    private void doAtOnce(List<Callable<Object>> all) throws Exception {
        for (Future<Object> one : senders.invokeAll(all)) {
            assertThat(one.get()).isNotNull();
        }
    }

    private long accepted() {
        return count("select count(*) from completion where status = 'accepted' and institution = '%s'"
                .formatted(platform.institution()));
    }

    @Test
    void whoever_comes_first_each_person_has_one_completion() throws Exception {
        List<Callable<Object>> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String account = "a-" + i;
            String enrolment = "E-" + i;
            all.add(() -> platform.sends(Sent.moodleCompleted(account, 2, AT)));
            all.add(() -> platform.links("moodle", account, enrolment, ""));
            all.add(() -> platform.school().enrols(enrolment, UUID.randomUUID(), "pupils", "AI-101"));
        }

        doAtOnce(all);

        await().untilAsserted(() -> assertThat(accepted()).isEqualTo(PEOPLE));
        assertThat(platform.outcomes()).hasSize(PEOPLE).containsOnly("counted");
    }

    @Test
    void two_accounts_of_one_person_that_report_at_the_same_time_make_one_completion() throws Exception {
        Enrolled enrolled = platform.hasEnrolled("E-1", UUID.randomUUID(), "AI-101");
        platform.links("17", enrolled).statusCode(201);
        platform.links("18", enrolled).statusCode(201);

        doAtOnce(Stream.of("2026-05-28", "2026-05-29", "2026-05-30", "2026-05-31")
                .flatMap(day -> Stream.of("17", "18")
                        .<Callable<Object>>map(account ->
                                () -> platform.sends(Sent.moodleCompleted(account, 2, day + "T10:00:00+05:00"))))
                .toList());

        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-28");
        assertThat(platform.outcomes()).containsOnlyOnce("counted");
    }

    @Test
    void what_waits_in_vain_is_deleted_after_90_days_and_its_number_stays() {
        platform.sends(Sent.moodleCompleted("17", 2, AT));
        database.transaction(handle -> {
            handle.createUpdate("update xapi_statement set received_at = received_at - interval '91 days'")
                    .execute();
            return handle.createUpdate("update xapi_account set since = since - interval '91 days'")
                    .execute();
        });

        waiting.expire();

        assertThat(platform.outcomes()).isEmpty();
        assertThat(count(
                        "select count(*) from xapi_account where institution = '%s'".formatted(platform.institution())))
                .isZero();
        await().untilAsserted(() -> assertThat(
                        count("select count(*) from xapi_count where outcome = 'expired' and institution = '%s'"
                                .formatted(platform.institution())))
                .isEqualTo(1));
    }

    @Test
    void what_has_waited_in_vain_is_named_in_the_statement_of_the_month() {
        platform.sends(Sent.moodleCompleted("17", 2, AT));
        database.transaction(handle -> handle.createUpdate(
                        "update xapi_statement set received_at = received_at - interval '91 days'")
                .execute());

        waiting.expire();

        String month = YearMonth.now(AlmatyTime.ZONE).toString();
        await().untilAsserted(() -> platform.school()
                .get("/v1/statements/" + platform.institution() + "?month=" + month)
                .statusCode(200)
                .body("expiredStatements", equalTo(1)));
        platform.school()
                .get("/months?lang=en")
                .body(containsString("Statements of learning platforms that waited for 90 days and were deleted: 1"));
    }
}

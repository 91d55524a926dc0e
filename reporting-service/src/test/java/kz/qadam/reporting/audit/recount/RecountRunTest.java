package kz.qadam.reporting.audit.recount;

import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.DatabaseFixture.waitingForLocks;
import static kz.qadam.reporting.DatabaseFixture.whileIntakeClockIsLocked;
import static kz.qadam.reporting.DatabaseFixture.whileLocked;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.recount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recounts that take long, that wait, and whose instance is gone. */
@ReportingTest
class RecountRunTest {

    private static final String ROLL_UP = "lock table rollup_cell in access exclusive mode";
    private static final String UNFINISHED = "select count(*) from recount where finished_at is null";

    @Inject
    Recounts recounts;

    @BeforeEach
    void seed() {
        givenCatalogue();
    }

    @AfterEach
    void forgetOtherInstance() {
        execute("delete from recount where instance = 'another'");
    }

    @Test
    void a_recount_that_takes_long_is_fetched_later() {
        AtomicReference<String> path = new AtomicReference<>();
        whileLocked(ROLL_UP, () -> {
            String location = recount(Map.of())
                    .statusCode(202)
                    .body("status", is("running"))
                    .extract()
                    .header("Location");
            path.set(location.substring(location.indexOf("/v1/")));
            auditor(path.get()).statusCode(202);
        });

        await().untilAsserted(() -> auditor(path.get()).statusCode(200).body("figureVersion", greaterThan(0)));
    }

    @Test
    void a_recount_is_refused_while_too_many_wait() {
        whileThreeWait(() -> recount(Map.of("on", "2026-03-04")).statusCode(503).header("Retry-After", is("1")));
    }

    @Test
    void recounts_that_wait_are_kept_alive() {
        whileThreeWait(() -> await().untilAsserted(() -> assertThat(
                        count(UNFINISHED + " and alive_until > requested_at + interval '3500 milliseconds'"))
                .isEqualTo(3)));
    }

    @Test
    void a_recount_is_answered_when_no_other_waits_any_more() {
        whileThreeWait(() -> {});

        recount(Map.of("on", "2026-03-04")).statusCode(200);
    }

    /** The three are answered afterwards. */
    private static void whileThreeWait(Runnable work) {
        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        whileLocked(ROLL_UP, () -> {
            for (String day : List.of("2026-03-01", "2026-03-02", "2026-03-03")) {
                asked.add(CompletableFuture.supplyAsync(
                        () -> recount(Map.of("on", day)).extract().statusCode()));
            }
            await().untilAsserted(() -> assertThat(count(UNFINISHED)).isEqualTo(3));
            work.run();
        });
        assertThat(asked).allSatisfy(one -> assertThat(one.join()).isIn(200, 202));
        await().untilAsserted(() -> assertThat(count(UNFINISHED)).isZero());
    }

    private static long count(String sql) {
        return one(sql, Long.class);
    }

    @Test
    void a_recount_whose_instance_is_gone_fails() {
        UUID gone = givenRecountOfAnother("1 second");
        auditor("/v1/audit/recounts/" + gone).statusCode(202);

        await().untilAsserted(() -> auditor("/v1/audit/recounts/" + gone)
                .statusCode(500)
                .body("detail", containsString("Start a new one")));
    }

    @Test
    void a_recount_of_another_instance_that_is_alive_goes_on() {
        UUID gone = givenRecountOfAnother("1 second");
        UUID alive = givenRecountOfAnother("1 hour");
        await().untilAsserted(() -> auditor("/v1/audit/recounts/" + gone).statusCode(500));

        auditor("/v1/audit/recounts/" + alive).statusCode(202);
    }

    @Test
    void a_result_is_kept_though_the_row_is_locked_for_a_while() {
        UUID id = givenRecountOfAnother("1 hour");
        List<CompletableFuture<Void>> keeping = new ArrayList<>();
        whileLocked("select from recount where id = '%s' for update".formatted(id), () -> {
            keeping.add(CompletableFuture.runAsync(() -> recounts.keep(id, new Recounts.Kept("{}", null))));
            await().until(() -> waitingForLocks() > 0);
            await().until(() -> waitingForLocks() == 0);
        });
        assertThat(keeping.get(0)).succeedsWithin(Duration.ofSeconds(20));
        assertThat(recounts.find(id, null)).contains(new Recounts.State.Done("{}"));
    }

    /** Its instance reports to be alive for this time. */
    private static UUID givenRecountOfAnother(String alive) {
        UUID id = UUID.randomUUID();
        execute("""
                insert into recount (id, batch, as_of, on_day, requested_by, instance, alive_until)
                values ('%s', 1, now(), '2026-06-30', 'auditor', 'another', now() + interval '%s')
                """.formatted(id, alive));
        return id;
    }

    @Test
    void a_locked_clock_does_not_keep_the_service_from_starting() {
        whileIntakeClockIsLocked(() -> recounts.failAbandoned(new StartupEvent()));
    }
}

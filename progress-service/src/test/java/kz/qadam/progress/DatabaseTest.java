package kz.qadam.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TransactionLimit;
import kz.qadam.chassis.base.process.EssentialThread;
import kz.qadam.local.QadamBackends;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What holds for every session of the service, and what does when something goes wrong in one. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class DatabaseTest {

    private static final List<String> SETTINGS = List.of(
            "statement_timeout",
            "transaction_timeout",
            "lock_timeout",
            "idle_in_transaction_session_timeout",
            "plan_cache_mode",
            "random_page_cost");

    private static final List<String> VALUES = List.of("30s", "1min", "10s", "8s", "force_custom_plan", "1.1");

    private static final int CONNECTIONS_FOR_REQUESTS = 20;

    @Inject
    Database database;

    @Test
    void each_session_has_the_timeouts_and_the_planners_settings_of_its_role() throws Exception {
        assertThat(database.transaction(DatabaseTest::settings)).isEqualTo(VALUES);
        assertThat(onEssentialThread(DatabaseTest::settings)).isEqualTo(VALUES);
    }

    @Test
    void no_session_brings_settings_that_a_connection_pooler_would_refuse() {
        assertThat(database.<Integer>transaction(handle -> handle.createQuery("""
                                select count(*) from pg_settings where source = 'client' and name = any(:names)
                                """)
                        .bindArray("names", String.class, SETTINGS)
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
    }

    @Test
    void requests_that_hold_all_their_connections_leave_those_of_relay_and_intake_alone() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch allHold = new CountDownLatch(CONNECTIONS_FOR_REQUESTS);
        ExecutorService requests = Executors.newFixedThreadPool(CONNECTIONS_FOR_REQUESTS);
        try {
            IntStream.range(0, CONNECTIONS_FOR_REQUESTS)
                    .forEach(i -> requests.execute(() -> database.transaction(handle -> {
                        allHold.countDown();
                        return uninterrupted(mayEnd);
                    })));
            allHold.await();

            Integer answer = onEssentialThread(handle ->
                    handle.createQuery("select 42").mapTo(Integer.class).one());
            assertThat(answer).isEqualTo(42);
        } finally {
            mayEnd.countDown();
            requests.shutdown();
        }
    }

    @Test
    void long_work_says_how_long_it_may_take_and_leaves_no_trace_of_that_behind() {
        Duration hour = Duration.ofHours(1);

        assertThat(database.transaction(hour, DatabaseTest::settings))
                .startsWith("1h", "1h", "10s", "8s")
                .endsWith("1.1");
        assertThat(database.transaction(TransactionLimit.withPauses(hour), DatabaseTest::settings))
                .startsWith("1h", "1h", "10s", "1min")
                .endsWith("1.1");
        assertThat(database.transaction(DatabaseTest::settings)).isEqualTo(VALUES);
    }

    @Test
    void work_on_few_rows_keeps_its_plans_until_its_transaction_ends() {
        assertThat(database.transactionOfFewRows(DatabaseTest::settings)).contains("force_generic_plan");

        assertThat(database.transaction(DatabaseTest::settings)).isEqualTo(VALUES);
    }

    @Test
    void work_on_few_rows_finds_them_by_an_index_even_if_its_plan_is_made_for_a_table_without_rows() {
        List<String> plan = database.transactionOfFewRows(
                handle -> handle.createQuery("""
                        explain select e.id from unnest(array['a'], array[1]) as wanted (cohort, version)
                        join evaluation e on e.id = wanted.version
                        """).mapTo(String.class).list());

        assertThat(plan)
                .anyMatch(line -> line.contains("Nested Loop"))
                .anyMatch(line -> line.contains("Index"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    @Test
    void what_is_to_follow_a_commit_follows_it_once() {
        var done = new AtomicInteger();

        int before = database.transaction(handle -> {
            database.afterCommit(handle, done::incrementAndGet);
            return done.get();
        });

        assertThat(before).isZero();
        assertThat(done).hasValue(1);
    }

    @Test
    void nothing_follows_what_is_rolled_back() {
        var done = new AtomicInteger();
        Function<Handle, Boolean> work = handle -> {
            database.afterCommit(handle, done::incrementAndGet);
            return false;
        };

        database.transaction(work, keep -> keep);
        QuarkusTransaction.begin();
        database.join(work);
        QuarkusTransaction.rollback();

        assertThat(done).hasValue(0);
    }

    @Test
    void what_is_to_follow_a_commit_of_the_orm_follows_it_once() {
        var done = new AtomicInteger();

        int before = QuarkusTransaction.requiringNew()
                .call(() -> database.join(handle -> {
                    database.afterCommit(handle, done::incrementAndGet);
                    return done.get();
                }));

        assertThat(before).isZero();
        assertThat(done).hasValue(1);
    }

    @Test
    void a_limit_of_its_own_ends_a_transaction_that_takes_longer_and_the_next_one_is_well() {
        assertThatThrownBy(() -> database.transaction(Duration.ofMillis(200), handle -> {
                    awaitEndOf(session(handle));
                    return settings(handle);
                }))
                .matches(Database::tookTooLong);

        assertThat(database.transaction(DatabaseTest::settings)).isEqualTo(VALUES);
    }

    @Test
    void a_process_that_stops_in_the_middle_of_a_transaction_loses_it_and_the_next_one_is_well() {
        assertThatThrownBy(() -> database.transaction(handle -> {
                    handle.execute("set local idle_in_transaction_session_timeout = '100ms'");
                    awaitEndOf(session(handle));
                    return settings(handle);
                }))
                .hasMessageContaining("idle-in-transaction");

        assertThat(database.transaction(DatabaseTest::settings)).isEqualTo(VALUES);
    }

    private static List<String> settings(Handle handle) {
        return SETTINGS.stream()
                .map(name -> handle.createQuery("select current_setting(:name)")
                        .bind("name", name)
                        .mapTo(String.class)
                        .one())
                .toList();
    }

    private static int session(Handle handle) {
        return handle.createQuery("select pg_backend_pid()")
                .mapTo(Integer.class)
                .one();
    }

    private void awaitEndOf(int session) {
        await().untilAsserted(() -> assertThat(CompletableFuture.supplyAsync(() -> database.transaction(
                                handle -> handle.createQuery("select count(*) from pg_stat_activity where pid = :pid")
                                        .bind("pid", session)
                                        .mapTo(Integer.class)
                                        .one()))
                        .get())
                .isZero());
    }

    private <T> T onEssentialThread(Function<Handle, T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        EssentialThread.of("test", () -> {
                    try {
                        result.complete(database.transaction(work));
                    } catch (RuntimeException e) {
                        result.completeExceptionally(e);
                    }
                })
                .start();
        return result.get();
    }

    private static boolean uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

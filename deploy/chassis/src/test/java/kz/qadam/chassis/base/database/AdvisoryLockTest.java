package kz.qadam.chassis.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import kz.qadam.local.TestPostgres;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A lock that is waited for in short turns. */
class AdvisoryLockTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AdvisoryLock lock = new AdvisoryLock(240);
    private final Jdbi database = Jdbi.create(TestPostgres.freshDatabase().service()::connect);

    private static String patienceForRows(Handle handle) {
        return handle.createQuery("show lock_timeout").mapTo(String.class).one();
    }

    @Test
    void who_has_it_alone_waits_for_rows_as_long_as_before() {
        String usual = database.inTransaction(AdvisoryLockTest::patienceForRows);

        String afterwards = database.inTransaction(handle -> {
            lock.tryToHaveAlone(handle, PATIENCE);
            return patienceForRows(handle);
        });

        assertThat(afterwards).isEqualTo(usual);
    }

    @Test
    void who_had_to_wait_for_it_waits_for_rows_as_long_as_before() {
        String usual = database.inTransaction(AdvisoryLockTest::patienceForRows);
        var waited = new CountDownLatch(1);
        var sharing = CompletableFuture.runAsync(() -> database.useTransaction(handle -> {
            lock.share(handle);
            await().atMost(PATIENCE).until(() -> waited.getCount() == 0);
        }));
        await().until(() -> database.inTransaction(AdvisoryLockTest::isShared));

        CompletableFuture<String> alone = CompletableFuture.supplyAsync(() -> database.inTransaction(handle -> {
            lock.tryToHaveAlone(handle, PATIENCE);
            return patienceForRows(handle);
        }));
        await().until(() -> database.inTransaction(AdvisoryLockTest::isWaitedFor));
        waited.countDown();

        sharing.join();
        assertThat(alone.join()).isEqualTo(usual);
    }

    private static boolean isShared(Handle handle) {
        return holds(handle, "granted");
    }

    private static boolean isWaitedFor(Handle handle) {
        return holds(handle, "not granted");
    }

    private static boolean holds(Handle handle, String condition) {
        return handle.createQuery("select exists (select from pg_locks where locktype = 'advisory' and objid = 240 and "
                        + condition + ")")
                .mapTo(Boolean.class)
                .one();
    }
}

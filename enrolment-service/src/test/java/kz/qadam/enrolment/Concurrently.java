package kz.qadam.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.qadam.chassis.base.database.Database;
import org.jdbi.v3.core.Handle;

/** Two that meet: the first has done its work and not committed when the second begins. */
public final class Concurrently {

    /** What came of both. */
    public record Both<A, B>(A first, B second) {}

    private Concurrently() {}

    /** The second has to wait for the first; afterwards both have ended. */
    public static <A, B> Both<A, B> meet(Database database, Function<Handle, A> first, Supplier<B> second) {
        var done = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var one = CompletableFuture.supplyAsync(() -> database.transaction(handle -> {
            A result = first.apply(handle);
            done.countDown();
            waitFor(go);
            return result;
        }));
        waitFor(done);
        var other = CompletableFuture.supplyAsync(second);
        awaitSomebodyWaiting(database);
        go.countDown();
        return new Both<>(one.join(), other.join());
    }

    /** Enrols somebody whom the service knows, in a transaction of its own. */
    public static void enrolSomebody(Handle handle, String course, String cohort) {
        handle.execute("""
                insert into enrolment (id, institution, reference, learner_id, course, cohort, region, enrolled_on, recorded_at)
                select gen_random_uuid(), 'nowhere', gen_random_uuid(), learner_id, ?, ?, 'unknown', '2026-02-01', now()
                  from learner_key limit 1
                """, course, cohort);
    }

    /** Until somebody waits for a lock. */
    public static void awaitSomebodyWaiting(Database database) {
        await().untilAsserted(() -> assertThat(waiting(database)).isPositive());
    }

    private static int waiting(Database database) {
        return database.transaction(
                handle -> handle.createQuery("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'
                        """).mapTo(Integer.class).one());
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

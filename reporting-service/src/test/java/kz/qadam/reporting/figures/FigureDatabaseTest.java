package kz.qadam.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.TestPostgres;
import kz.qadam.local.TestStandby;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Where figures are read while a standby follows the primary. */
class FigureDatabaseTest {

    private static final String WHERE = "select case when pg_is_in_recovery() then 'standby' else 'primary' end";

    private final kz.qadam.local.Database owner = TestPostgres.freshDatabase().owner();
    private final Database primary = new Database(owner.dataSource());
    private TestStandby standby;
    private FigureDatabase figures;

    @BeforeEach
    void start() throws Exception {
        primary.transaction(handle -> handle.execute("create table intake_batch (number bigint primary key)"));
        standby = TestStandby.start();
        figures = new FigureDatabase(
                primary, Optional.of(new Database(standby.of(owner).dataSource())));
    }

    @AfterEach
    void stop() {
        standby.close();
    }

    private void takeIn(long batch) {
        primary.transaction(handle -> handle.execute("insert into intake_batch values (?)", batch));
    }

    private String whereIsRead(long batch) {
        return figures.read(batch, FigureDatabaseTest::where);
    }

    private static String where(Handle handle) {
        return handle.createQuery(WHERE).mapTo(String.class).one();
    }

    @Test
    void a_standby_answers_as_soon_as_it_has_the_batch() {
        takeIn(1);

        await().untilAsserted(() -> assertThat(whereIsRead(1)).isEqualTo("standby"));
    }

    @Test
    void the_primary_answers_what_a_standby_does_not_have_yet() throws Exception {
        takeIn(1);
        await().untilAsserted(() -> assertThat(whereIsRead(1)).isEqualTo("standby"));
        standby.pause(true);
        takeIn(2);

        assertThat(whereIsRead(2)).isEqualTo("primary");
        assertThat(whereIsRead(1)).isEqualTo("standby");

        standby.pause(false);
        await().untilAsserted(() -> assertThat(whereIsRead(2)).isEqualTo("standby"));
    }

    @Test
    void the_primary_answers_while_a_standby_is_away() {
        takeIn(1);
        await().untilAsserted(() -> assertThat(whereIsRead(1)).isEqualTo("standby"));

        standby.close();

        assertThat(whereIsRead(1)).isEqualTo("primary");
    }

    @Test
    void nobody_waits_again_and_again_for_a_standby_that_is_away() {
        var asked = new AtomicInteger();
        var away = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                throw new SQLException("Nobody answers", "08001");
            }
        };
        figures = new FigureDatabase(primary, Optional.of(new Database(away)));

        assertThat(List.of(whereIsRead(0), whereIsRead(0), whereIsRead(0))).containsOnly("primary");

        assertThat(asked).hasValue(1);
    }
}

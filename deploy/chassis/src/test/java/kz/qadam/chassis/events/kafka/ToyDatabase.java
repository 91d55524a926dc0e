package kz.qadam.chassis.events.kafka;

import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import org.flywaydb.core.Flyway;

/** The database of a toy service, with the tables of the chassis. */
final class ToyDatabase {

    private ToyDatabase() {}

    /** Makes it on the PostgreSQL of backends that were started. */
    static Database migrated() {
        var source = QadamBackends.database().dataSource();
        Flyway.configure()
                .dataSource(source)
                .locations("db/alone", "db/chassis")
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        return new Database(source);
    }
}

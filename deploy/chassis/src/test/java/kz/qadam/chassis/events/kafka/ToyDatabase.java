package kz.qadam.chassis.events.kafka;

import kz.qadam.chassis.base.database.Database;
import org.flywaydb.core.Flyway;

/** The database of a toy service, with the tables of the chassis. */
final class ToyDatabase {

    private ToyDatabase() {}

    static Database migrated(kz.qadam.local.Database empty) {
        var source = empty.dataSource();
        Flyway.configure()
                .dataSource(source)
                .locations("db/alone", "db/chassis")
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        return new Database(source);
    }
}

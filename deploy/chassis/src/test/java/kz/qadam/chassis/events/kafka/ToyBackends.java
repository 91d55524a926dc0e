package kz.qadam.chassis.events.kafka;

import java.io.IOException;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The database of a toy service, and a Kafka that can lose its newest events, for all tests of a class. */
final class ToyBackends implements BeforeAllCallback, AfterAllCallback {

    private final QadamBackends backends = new QadamBackends();
    private Database database;
    private ToyKafka kafka;

    @Override
    public void beforeAll(ExtensionContext context) {
        backends.start();
        database = ToyDatabase.migrated(QadamBackends.database());
        kafka = new ToyKafka();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        kafka.close();
        backends.stop();
    }

    Database database() {
        return database;
    }

    ToyKafka kafka() {
        return kafka;
    }
}

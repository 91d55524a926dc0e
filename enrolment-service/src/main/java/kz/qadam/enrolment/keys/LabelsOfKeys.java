package kz.qadam.enrolment.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.keys.KeyLabels;

/** The labels of keys, as this service, which owns them, has them. */
@ApplicationScoped
class LabelsOfKeys implements KeyLabels {

    private final Database database;

    LabelsOfKeys(Database database) {
        this.database = database;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> keys) {
        return database.transaction(handle -> KeyRows.labels(handle, keys));
    }
}

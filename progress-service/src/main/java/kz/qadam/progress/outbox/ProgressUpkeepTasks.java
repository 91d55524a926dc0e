package kz.qadam.progress.outbox;

import jakarta.inject.Singleton;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.operation.UpkeepTasks;

/** The tasks of operating this service. */
@Singleton
class ProgressUpkeepTasks extends UpkeepTasks {

    ProgressUpkeepTasks(Database database) {
        super(database, "progress", "/v1/completion-trail", true);
    }
}

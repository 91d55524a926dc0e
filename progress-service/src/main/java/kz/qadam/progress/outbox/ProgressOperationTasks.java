package kz.qadam.progress.outbox;

import jakarta.inject.Singleton;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.operation.OperationTasks;

/** The tasks of operating this service. */
@Singleton
class ProgressOperationTasks extends OperationTasks {

    ProgressOperationTasks(Database database) {
        super(database, "progress", "/v1/completion-trail", true);
    }
}

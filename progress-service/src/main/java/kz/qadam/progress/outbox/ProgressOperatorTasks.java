package kz.qadam.progress.outbox;

import jakarta.inject.Singleton;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.operation.OperatorTasks;

/** The tasks of operating this service. */
@Singleton
class ProgressOperatorTasks extends OperatorTasks {

    ProgressOperatorTasks(Database database) {
        super(database, "progress", "/v1/completion-trail", true);
    }
}

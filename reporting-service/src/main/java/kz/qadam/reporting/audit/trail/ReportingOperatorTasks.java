package kz.qadam.reporting.audit.trail;

import jakarta.inject.Singleton;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.operation.OperatorTasks;

/** The tasks of operating this service. */
@Singleton
class ReportingOperatorTasks extends OperatorTasks {

    ReportingOperatorTasks(Database database) {
        super(database, "reporting", "/v1/audit/trail", false);
    }
}

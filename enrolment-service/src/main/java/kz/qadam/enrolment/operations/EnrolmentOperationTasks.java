package kz.qadam.enrolment.operations;

import jakarta.inject.Singleton;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.operation.OperationTasks;

/** The tasks of operating this service. */
@Singleton
class EnrolmentOperationTasks extends OperationTasks {

    EnrolmentOperationTasks(Database database) {
        super(database, "enrolment", "/v1/enrolment-trail", true);
    }
}

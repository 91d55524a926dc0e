package kz.qadam.enrolment.operations;

import jakarta.inject.Singleton;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.operation.OperatorTasks;

/** The tasks of operating this service. */
@Singleton
class EnrolmentOperatorTasks extends OperatorTasks {

    EnrolmentOperatorTasks(Database database) {
        super(database, "enrolment", "/v1/enrolment-trail", true);
    }
}

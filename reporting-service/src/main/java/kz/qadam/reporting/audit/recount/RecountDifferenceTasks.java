package kz.qadam.reporting.audit.recount;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.Caller;

/** What the last daily recount did not find as it is shown, for office and auditors. */
@ApplicationScoped
class RecountDifferenceTasks implements TaskSource {

    private final Database database;

    RecountDifferenceTasks(Database database) {
        this.database = database;
    }

    @Override
    public List<Task> tasks(Caller caller) {
        if (!caller.isOffice() && !caller.isAuditor()) {
            return List.of();
        }
        return database.transaction(handle -> handle.createQuery(RecountMetrics.LAST)
                .bind("daily", DailyRecount.REQUESTER)
                .map((row, context) -> row.getLong("differences") == 0
                        ? List.<Task>of()
                        : List.of(new Task(
                                "recount-differences",
                                row.getLong("differences"),
                                row.getTimestamp("finished_at").toInstant(),
                                null,
                                RecountPage.PATH)))
                .findOne()
                .orElse(List.of()));
    }
}

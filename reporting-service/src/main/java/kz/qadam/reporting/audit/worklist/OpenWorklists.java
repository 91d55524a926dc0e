package kz.qadam.reporting.audit.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskRows;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;

/** The worklists that nobody has closed, for auditors; for an auditor of a region, those of the region. */
@ApplicationScoped
class OpenWorklists implements TaskSource {

    private static final String KIND = "worklists-open";

    private static final String OPEN = """
            select '%s' as kind, count(*) as count, min(drawn_at) as oldest, null::timestamptz as ends
              from worklist where closed_at is null%%s
            """.formatted(KIND);

    private final Database database;

    OpenWorklists(Database database) {
        this.database = database;
    }

    @Override
    public List<Task> tasks(Caller caller) {
        AccessScope scope = caller.scope();
        boolean isAuditor = caller.isAuditor() || caller.is(Role.AUDITOR_OF_A_REGION);
        if (!isAuditor || scope.isOfInstitution()) {
            return List.of();
        }
        return database.transaction(handle -> TaskRows.read(
                scope.bindTo(handle.createQuery(OPEN.formatted(scope.sql("''", "region")))),
                Map.of(KIND, WorklistPage.PATH)));
    }
}

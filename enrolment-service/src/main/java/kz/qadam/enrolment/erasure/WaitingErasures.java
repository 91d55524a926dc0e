package kz.qadam.enrolment.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskRows;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.enrolment.learners.PersonPages;

/** References that institutions have not confirmed to have forgotten, and persons who are not erased yet. */
@ApplicationScoped
class WaitingErasures implements TaskSource {

    /** The index of tasks with references has those of all institutions, of which few wait at a time. */
    private static final String TO_FORGET = """
            select 'references-to-forget' as kind, coalesce(sum(cardinality(enrolment_references)), 0) as count,
                   min(created_at) as oldest, min(cleared_after) as ends
              from erasure_task
             where enrolment_references is not null and confirmed_at is null %s
            """;

    private static final String TO_ERASE = """
            select 'persons-to-erase' as kind, count(*), min(blocked_at) as oldest, null::timestamptz as ends
              from erasure where state = 'blocked'
            """;

    private static final Map<String, String> LINKS =
            Map.of("references-to-forget", ErasureTaskPage.PATH, "persons-to-erase", PersonPages.PATH);

    private final Database database;

    WaitingErasures(Database database) {
        this.database = database;
    }

    @Override
    public List<Task> tasks(Caller caller) {
        if (!caller.isOffice() && !caller.scope().isOfInstitution()) {
            return List.of();
        }
        AccessScope scope = caller.scope();
        String counted = TO_FORGET.formatted(scope.sql("institution", ""))
                + (scope.isOfInstitution() ? "" : " union all " + TO_ERASE);
        return database.transaction(handle -> TaskRows.read(scope.bindTo(handle.createQuery(counted)), LINKS));
    }
}

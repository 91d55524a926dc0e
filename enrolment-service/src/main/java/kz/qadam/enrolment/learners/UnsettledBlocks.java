package kz.qadam.enrolment.learners;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskRows;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.Caller;

/** Persons who are blocked for a time, until the office has settled what is held of them. */
@ApplicationScoped
class UnsettledBlocks implements TaskSource {

    private static final String KIND = "persons-blocked";

    private static final String COUNT = """
            select 'persons-blocked' as kind, count(distinct person), min(blocked_at) as oldest,
                   null::timestamptz as ends
              from blocked_learner
             where in_force and not erased and erasure is null and blocked_at is not null and lifted_at is null
            """;

    private final Database database;

    UnsettledBlocks(Database database) {
        this.database = database;
    }

    @Override
    public List<Task> tasks(Caller caller) {
        return caller.isOffice()
                ? database.transaction(
                        handle -> TaskRows.read(handle.createQuery(COUNT), Map.of(KIND, PersonPages.PATH)))
                : List.of();
    }
}

package kz.qadam.enrolment.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;

/**
 * The cohorts whose people an institution sends without a basis in force, for those who declare it. If it is one cohort, the task
 * leads to its form.
 */
@ApplicationScoped
class MissingLegalBases implements TaskSource {

    private static final String COHORTS = """
            select distinct cohort from enrolment e
             where institution = :institution
               and not exists (select from declared_basis b
                                where b.institution = e.institution and b.cohort = e.cohort and b.since <= :today)
            """;

    private final Database database;
    private final Clock clock;

    MissingLegalBases(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Task> tasks(Caller caller) {
        if (!caller.is(Role.PARTNER_ADMIN) || caller.isOffice()) {
            return List.of();
        }
        String institution = caller.actingFor(null);
        List<String> cohorts = database.transaction(handle -> handle.createQuery(COHORTS)
                .bind("institution", institution)
                .bind("today", AlmatyTime.today(clock))
                .mapTo(String.class)
                .list());
        if (cohorts.isEmpty()) {
            return List.of();
        }
        String link = cohorts.size() == 1 ? LegalBasisPage.PATH + "/" + cohorts.get(0) : LegalBasisPage.PATH;
        return List.of(new Task("bases-missing", cohorts.size(), null, null, link));
    }
}

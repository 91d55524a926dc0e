package kz.qadam.enrolment.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.security.Suspensions;

/** The institutions that are suspended or closed. */
@ApplicationScoped
class InactiveInstitutions implements Suspensions {

    private final Database database;

    InactiveInstitutions(Database database) {
        this.database = database;
    }

    @Override
    public Set<String> suspended() {
        return database.transaction(handle -> handle.createQuery("select code from institution where status <> :active")
                .bind("active", InstitutionStatus.ACTIVE.name())
                .mapTo(String.class)
                .set());
    }
}

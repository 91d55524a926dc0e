package kz.qadam.progress.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.security.Suspensions;

/** The institutions that are suspended or closed, read from this service's copy of the catalogue. */
@ApplicationScoped
class InactiveInstitutions implements Suspensions {

    private final Database database;

    InactiveInstitutions(Database database) {
        this.database = database;
    }

    @Override
    public Set<String> suspended() {
        return database.transaction(Catalogue::inactiveInstitutions);
    }
}

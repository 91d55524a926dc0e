package kz.qadam.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.security.Suspensions;

/** The institutions whose newest description says that they are suspended or closed. */
@ApplicationScoped
class InactiveInstitutions implements Suspensions {

    private static final String NOT_ACTIVE = """
            select code from catalogue_fact
             where kind = 'INSTITUTION' and to_batch = still_open() and data::json ->> 'status' <> 'active'
            """;

    private final Database database;

    InactiveInstitutions(Database database) {
        this.database = database;
    }

    @Override
    public Set<String> suspended() {
        return database.transaction(
                handle -> handle.createQuery(NOT_ACTIVE).mapTo(String.class).set());
    }
}

package kz.qadam.progress.xapi;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import org.jdbi.v3.core.Handle;

/** Settles the accounts of learners whose enrolments have changed: what waited for an enrolment counts by itself. */
@ApplicationScoped
class PlatformAccountSettler {

    /** An account to be settled. */
    record Due(String institution, String account) {}

    private static final TableColumns<Due> DUE = TableColumns.of(Due.class);

    private static final int MOST = 100;

    private static final String CLAIM = """
            with claimed as (
                select institution, account from xapi_account where due
                 order by institution, account limit :most for update skip locked)
            update xapi_account a set due = false from claimed c
             where a.institution = c.institution and a.account = c.account
            returning a.institution, a.account
            """;

    private final Database database;
    private final PlatformAccountSettlement settlement;
    private final Trail trail;

    PlatformAccountSettler(Database database, PlatformAccountSettlement settlement, Trail trail) {
        this.database = database;
        this.settlement = settlement;
        this.trail = trail;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, PlatformAccountsConfig config) {
        loops.start("due-accounts", config.lookEvery(), this::settleSome);
    }

    /** Returns whether there may be more. */
    private boolean settleSome() {
        return database.transaction(this::settle) == MOST;
    }

    private int settle(Handle handle) {
        List<Due> due = handle.createQuery(CLAIM).bind("most", MOST).map(DUE).list();
        Map<String, List<String>> byInstitution = due.stream()
                .collect(
                        Collectors.groupingBy(Due::institution, Collectors.mapping(Due::account, Collectors.toList())));
        byInstitution.forEach((institution, accounts) -> {
            List<UUID> changed =
                    settlement.settle(handle, institution, accounts, null).all();
            if (!changed.isEmpty()) {
                trail.addWrite(
                        handle,
                        new ActorAction("settle statements", Actor.ofWork("due-accounts", Submitter.of(institution))),
                        changed.size() == 1 ? changed.get(0).toString() : null,
                        changed.size());
            }
        });
        return due.size();
    }
}

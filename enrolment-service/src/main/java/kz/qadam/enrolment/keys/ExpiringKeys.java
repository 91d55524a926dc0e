package kz.qadam.enrolment.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskRows;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;

/** Keys that end within 30 days, for those who make the next one: the programs that use them stop otherwise. */
@ApplicationScoped
class ExpiringKeys implements TaskSource {

    private static final String KIND = "keys-ending";
    /** How long before its end a key is a task. */
    static final Duration SOON = Duration.ofDays(30);

    private static final String COUNT = """
            select 'keys-ending' as kind, count(*), null::timestamptz as oldest, min(expires_at) as ends
              from institution_key
             where institution = :institution and revoked_at is null and expires_at > :now and expires_at <= :soon
            """;

    private final Database database;
    private final Clock clock;

    ExpiringKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Task> tasks(Caller caller) {
        if (!caller.is(Role.PARTNER_ADMIN) || caller.isOffice()) {
            return List.of();
        }
        String institution = caller.actingFor(null);
        Instant now = clock.instant();
        return database.transaction(handle -> TaskRows.read(
                handle.createQuery(COUNT)
                        .bind("institution", institution)
                        .bind("now", now)
                        .bind("soon", now.plus(SOON)),
                Map.of(KIND, KeyPage.PATH)));
    }
}

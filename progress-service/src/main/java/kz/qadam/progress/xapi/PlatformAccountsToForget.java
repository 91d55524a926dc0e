package kz.qadam.progress.xapi;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskRows;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.Trail;

/**
 * The accounts of erased people. Their institution has to delete them at its platforms, so their names are kept, sealed, until
 * it confirms that, or for some time. An erasure puts them here by a trigger of the database.
 */
@ApplicationScoped
class PlatformAccountsToForget implements TaskSource {

    private record Row(String account, String platform, Instant erasedAt) {}

    private static final TableColumns<Row> ROW = TableColumns.of(Row.class);
    private static final TableColumns<SealedValue> SEALED =
            TableColumns.of(SealedValue.class, Map.of("bytes", "sealed"));

    private static final String LIST = """
            select %s, %s from accounts_to_forget where institution = :institution
             order by erased_at, account limit :most
            """.formatted(ROW.names(), SEALED.names());

    private static final String CONFIRM =
            "delete from accounts_to_forget where institution = :institution and account = :account";

    private static final String CLEAR = "delete from accounts_to_forget where erased_at <= :before";

    private static final String KIND = "accounts-to-forget";

    private static final String COUNT = """
            select '%s' as kind, count(*), min(erased_at) as oldest, min(erased_at) + make_interval(secs => :seconds) as ends
              from accounts_to_forget where institution = :institution
            """.formatted(KIND);

    static final int MOST = 1000;

    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    /** How the trail names that an institution has not confirmed in time. */
    private static final ActorAction CLEARING =
            new ActorAction("clear names of accounts to forget", Actor.ofWork(KIND, Submitter.OFFICE));

    private final Database database;
    private final PlatformAccountKeys keys;
    private final PlatformAccountsConfig config;
    private final Clock clock;
    private final Recording recording;
    private final Trail trail;

    PlatformAccountsToForget(
            Database database,
            PlatformAccountKeys keys,
            PlatformAccountsConfig config,
            Clock clock,
            Recording recording,
            Trail trail) {
        this.database = database;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
        this.recording = recording;
        this.trail = trail;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.startAtIntervals(KIND, BETWEEN_LOOKS, this::clear);
    }

    /** Those of an institution, the oldest first. */
    List<PlatformAccountsToForgetView.Item> of(String institution) {
        keys.require();
        return database.transaction(handle -> handle.createQuery(LIST)
                .bind("institution", institution)
                .bind("most", MOST)
                .map((row, context) -> item(ROW.map(row, context), SEALED.map(row, context)))
                .list());
    }

    private PlatformAccountsToForgetView.Item item(Row row, SealedValue name) {
        return new PlatformAccountsToForgetView.Item(
                row.account(),
                row.platform(),
                keys.open(row.account(), name),
                row.erasedAt(),
                row.erasedAt().plus(config.tasksKeepNames()));
    }

    /** Deletes the name of an account that the institution has deleted at its platform; again, it changes nothing. */
    void confirm(String institution, String account) {
        database.transaction(handle -> {
            int deleted = handle.createUpdate(CONFIRM)
                    .bind("institution", institution)
                    .bind("account", account)
                    .execute();
            if (deleted > 0) {
                recording.addWrite(handle, account);
            }
            return deleted;
        });
    }

    /** Deletes the names that nobody has confirmed in time. */
    void clear() {
        database.transaction(handle -> {
            int cleared = handle.createUpdate(CLEAR)
                    .bind("before", clock.instant().minus(config.tasksKeepNames()))
                    .execute();
            if (cleared > 0) {
                trail.addWrite(handle, CLEARING, null, cleared);
            }
            return cleared;
        });
    }

    @Override
    public List<Task> tasks(Caller caller) {
        if (!caller.scope().isOfInstitution()) {
            return List.of();
        }
        return database.transaction(handle -> TaskRows.read(
                handle.createQuery(COUNT)
                        .bind("seconds", config.tasksKeepNames().toSeconds())
                        .bind("institution", caller.scope().institution()),
                Map.of(KIND, PlatformAccountsToForgetPage.PATH)));
    }
}

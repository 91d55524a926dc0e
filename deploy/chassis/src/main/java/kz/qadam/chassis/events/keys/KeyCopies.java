package kz.qadam.chassis.events.keys;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.event.EventHandlers;
import kz.qadam.chassis.events.kafka.DeadLetter;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.chassis.http.security.PartnerKey;
import kz.qadam.chassis.http.security.PartnerKeyConfig;
import kz.qadam.chassis.http.security.PartnerKeySource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * The copies of the keys that another service owns. A copy is used as long as it is confirmed: by an event of the owner
 * which says that everything before it was sent, and how much that is.
 */
@ApplicationScoped
@DefaultBean
class KeyCopies implements PartnerKeySource {

    private static final Logger LOG = Logger.getLogger(KeyCopies.class);
    private static final TableColumns<PartnerKey> COLUMNS = TableColumns.of(PartnerKey.class, PartnerKey.COLUMNS);

    private static final String STORE =
            """
            insert into institution_key (%1$s) select * from %2$s order by id
            on conflict (id) do update set %3$s, changed = pg_current_xact_id()
             where institution_key.version < excluded.version
            """.formatted(COLUMNS.names(), COLUMNS.rows("described"), COLUMNS.list("%1$s = excluded.%1$s", "id"));

    /** Only if no state is missing, and not by a confirmation that is older than the last one. */
    private static final String CONFIRM = """
            update institution_key_confirmation set confirmed_at = greatest(confirmed_at, :through), states = :states
             where :states between states and (select coalesce(sum(version), 0) from institution_key)
            """;

    private static final String CHANGED = """
            select %s from institution_key where changed >= cast(cast(:since as text) as xid8)
            """.formatted(COLUMNS.names());

    private static final String CONFIRMED = "select confirmed_at from institution_key_confirmation";

    /** The newest state of each key in a poll, and the confirmations. */
    private static final class Arrived {

        private final Map<UUID, PartnerKey> keys = new HashMap<>();
        private KeyConfirmation confirmation;

        void key(PartnerKey key) {
            keys.merge(key.id(), key, (one, other) -> one.version() < other.version() ? other : one);
        }

        void confirmation(KeyConfirmation arrived) {
            confirmation = arrived;
        }
    }

    private final Database database;
    private final Clock clock;
    private final EventHandlers<Arrived> events;

    KeyCopies(Database database, Clock clock, PartnerKeyConfig config) {
        this.database = database;
        this.clock = clock;
        this.events = new EventHandlers<Arrived>("/" + config.copiedFrom().orElse(""))
                .on(PartnerKeyTopic.DESCRIBED, PartnerKey.class, PartnerKey::version, Arrived::key)
                .on(KeyConfirmation.TYPE, KeyConfirmation.class, KeyConfirmation::version, Arrived::confirmation);
    }

    Map<String, String> owners() {
        return events.owners();
    }

    /**
     * Takes events in.
     *
     * @return those that break their contract: their state is missing, and nothing is confirmed
     */
    List<DeadLetter> take(List<DeliveredEvent> delivered) {
        Arrived arrived = new Arrived();
        List<DeadLetter> unreadable = events.take(delivered, arrived);
        database.<Void>transaction(handle -> {
            store(handle, arrived.keys.values());
            if (arrived.confirmation != null) {
                confirm(handle, arrived.confirmation);
            }
            return null;
        });
        return unreadable;
    }

    private static void store(Handle handle, Collection<PartnerKey> keys) {
        if (!keys.isEmpty()) {
            COLUMNS.bind(handle.createUpdate(STORE), keys).execute();
        }
    }

    /** An owner whose clock is ahead confirms nothing that is still to come. */
    private void confirm(Handle handle, KeyConfirmation confirmation) {
        Instant now = clock.instant();
        Instant through = confirmation.through().isAfter(now) ? now : confirmation.through();
        int confirmed = handle.createUpdate(CONFIRM)
                .bind("through", through)
                .bind("states", confirmation.states())
                .execute();
        if (confirmed == 0) {
            LOG.error("The copy of the keys is not complete; keys are refused (503) until it is");
        }
    }

    /** In seconds; null before the first confirmation. */
    Double ageOfConfirmation(Handle handle) {
        return handle.createQuery(CONFIRMED)
                .mapTo(Instant.class)
                .findOne()
                .map(at -> Duration.between(at, clock.instant()).toMillis() / 1e3)
                .orElse(null);
    }

    @Override
    public Changes changedSince(long since) {
        return database.transaction(handle -> {
            // Read before the rows, so that they are not older.
            long until = handle.createQuery(
                            "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)")
                    .mapTo(Long.class)
                    .one();
            Instant confirmedAt =
                    handle.createQuery(CONFIRMED).mapTo(Instant.class).findOne().orElse(null);
            List<PartnerKey> changed = handle.createQuery(CHANGED)
                    .bind("since", Long.toString(since))
                    .map(COLUMNS)
                    .list();
            return new Changes(changed, until, confirmedAt);
        });
    }
}

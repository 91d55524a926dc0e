package kz.qadam.chassis.events.keys;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.security.KeyDirectory;
import kz.qadam.chassis.http.security.PartnerKeyConfig;

/**
 * Stores when each key was used last, in the background, so that a request with a key writes nothing for it. A process
 * that is killed loses the uses since the last time.
 */
@ApplicationScoped
public class KeyUses {

    private static final TableColumns<KeyUse> COLUMNS = TableColumns.of(KeyUse.class);

    /** Two instances that store the same keys lock them in one order. */
    private static final String STORE = """
            insert into key_use (%s) select * from %s order by key_id
            on conflict (key_id) do update set last_used_at = greatest(key_use.last_used_at, excluded.last_used_at)
            """.formatted(COLUMNS.names(), COLUMNS.rows("latest"));

    private static final String OF = """
            select %s from key_use u join institution_key k on k.id = u.key_id
             where k.institution = :institution
             order by u.last_used_at desc, u.key_id limit :most
            """.formatted(COLUMNS.names("u"));

    private final KeyDirectory directory;
    private final Database database;

    KeyUses(KeyDirectory directory, Database database) {
        this.directory = directory;
        this.database = database;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, PartnerKeyConfig config) {
        loops.startAtIntervals("key-uses", config.noteUsesEvery(), this::store);
    }

    void store() {
        List<KeyUse> latest = directory.takeUses().entrySet().stream()
                .map(use -> new KeyUse(use.getKey(), use.getValue().truncatedTo(ChronoUnit.MINUTES)))
                .toList();
        if (!latest.isEmpty()) {
            database.transaction(
                    handle -> COLUMNS.bind(handle.createUpdate(STORE), latest).execute());
        }
    }

    /** The keys of an institution that were used here, the last used first. */
    List<KeyUse> latest(String institution, int most) {
        return database.transaction(handle -> handle.createQuery(OF)
                .bind("institution", institution)
                .bind("most", most)
                .map(COLUMNS)
                .list());
    }
}

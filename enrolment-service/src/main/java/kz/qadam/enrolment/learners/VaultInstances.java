package kz.qadam.enrolment.learners;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.base.process.InstanceName;
import org.jdbi.v3.core.Handle;

/** The running instances of this service, and the keys that each uses for new learners. */
@ApplicationScoped
class VaultInstances {

    private static final String REPORT = """
            insert into vault_instance (instance, lookup_key, cipher_key, seen_at)
            values (:instance, :lookup, :cipher, clock_timestamp())
            on conflict (instance) do update
               set lookup_key = excluded.lookup_key, cipher_key = excluded.cipher_key, seen_at = excluded.seen_at
            """;

    private static final String RUNNING = """
            select instance, lookup_key = :lookup and cipher_key = :cipher as is_ready, seen_at from vault_instance
             where seen_at > clock_timestamp() - :silent * interval '1 second' order by instance
            """;

    private static final TableColumns<VaultKeyRotationView.Instance> COLUMNS =
            TableColumns.of(VaultKeyRotationView.Instance.class);

    private final String instance;
    private final VaultConfig config;

    VaultInstances(InstanceName instance, VaultConfig config) {
        this.instance = instance.toString();
        this.config = config;
    }

    void report(Handle database, VaultKeys.KeyRings keys) {
        database.createUpdate(REPORT)
                .bind("instance", instance)
                .bind("lookup", keys.lookup().current())
                .bind("cipher", keys.cipher().current())
                .execute();
    }

    List<VaultKeyRotationView.Instance> running(Handle database, VaultKeys.KeyRings keys) {
        return database.createQuery(RUNNING)
                .bind("lookup", keys.lookup().current())
                .bind("cipher", keys.cipher().current())
                .bind("silent", config.silentAfter().toMillis() / 1000.0)
                .map(COLUMNS)
                .list();
    }
}

package kz.qadam.enrolment.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.security.PartnerKey;
import kz.qadam.chassis.http.security.PartnerKeySource;

/** The keys as this service, which owns them, has them: they need no confirmation. */
@ApplicationScoped
class OwnKeys implements PartnerKeySource {

    static final TableColumns<PartnerKey> COLUMNS = TableColumns.of(PartnerKey.class, PartnerKey.COLUMNS);

    /** The columns of {@link #COLUMNS}. */
    static final String STATE =
            "id, institution, sha256, expires_at, revoked_at is not null as revoked, version, only_for";

    private static final String HORIZON =
            "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)";

    private static final String CHANGED = """
            select %s from institution_key where changed >= cast(cast(:since as text) as xid8)
            """.formatted(STATE);

    private final Database database;
    private final Clock clock;

    OwnKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Changes changedSince(long since) {
        Instant confirmedAt = clock.instant();
        return database.transaction(handle -> {
            // Read before the rows, so that they are not older.
            long until = handle.createQuery(HORIZON).mapTo(Long.class).one();
            List<PartnerKey> changed = handle.createQuery(CHANGED)
                    .bind("since", Long.toString(since))
                    .map(COLUMNS)
                    .list();
            return new Changes(changed, until, confirmedAt);
        });
    }
}

package kz.qadam.enrolment.keys;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.chassis.http.security.PartnerKey;
import org.jdbi.v3.core.Handle;

/** Reads and writes keys in the database. */
final class KeyRows {

    /** A key that nobody has yet. */
    record NewKey(
            UUID id,
            String institution,
            String sha256,
            String label,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            int version,
            String trace,
            KeyPost.Only onlyFor) {}

    private static final TableColumns<NewKey> NEW = TableColumns.of(NewKey.class);
    private static final TableColumns<KeyView> VIEW = TableColumns.of(KeyView.class, PartnerKey.COLUMNS);

    private static final String INSERT = "insert into institution_key (%s) select * from %s on conflict (id) do nothing"
            .formatted(NEW.names(), NEW.rows("made"));

    private static final String LIVE = """
            select count(*) from institution_key
             where institution = :institution and revoked_at is null and expires_at > :now
            """;

    private static final String REVOKE = """
            update institution_key
               set revoked_at = :now, revoked_by = :by, revocation_reason = :reason, version = version + 1,
                   trace = :trace, changed = pg_current_xact_id()
             where id = :id and revoked_at is null
            """;

    /** The columns of a {@link KeyView}, and its place in the list. */
    private static final String SHOWN = """
            select k.*, u.last_used_at, %s
              from institution_key k left join key_use u on u.key_id = k.id
            """.formatted(ListedRow.positionColumns("changed"));

    private static final String FIND = SHOWN + "where id = :id";

    private static final String WORKING = SHOWN + """
             where institution = :institution and revoked_at is null and expires_at > :now order by expires_at, id
            """;

    private static final String AFTER = SHOWN + """
             where (changed, id) > (cast(cast(:change as text) as xid8), :id)
               and (cast(:institution as text) is null or institution = :institution)
             order by changed, id limit :limit
            """;

    private static final String LABELS =
            "select id, label from institution_key where id = any(:keys) and label is not null";

    private KeyRows() {}

    /** Returns whether it is new. */
    static boolean insert(Handle handle, NewKey key) {
        return NEW.bind(handle.createUpdate(INSERT), List.of(key)).execute() == 1;
    }

    /** Those that are neither revoked nor expired, those that end first first. */
    static List<KeyView> working(Handle handle, String institution, Instant now) {
        return handle.createQuery(WORKING)
                .bind("institution", institution)
                .bind("now", now)
                .map(VIEW)
                .list();
    }

    /** How many keys of an institution are neither revoked nor expired. */
    static int live(Handle handle, String institution, Instant now) {
        return handle.createQuery(LIVE)
                .bind("institution", institution)
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    /** Returns whether the key was not revoked before. */
    static boolean revoke(Handle handle, UUID id, String by, String reason, Instant now, String trace) {
        return handle.createUpdate(REVOKE)
                        .bind("id", id)
                        .bind("by", by)
                        .bind("reason", reason)
                        .bind("now", now)
                        .bind("trace", trace)
                        .execute()
                == 1;
    }

    static Optional<KeyView> find(Handle handle, UUID id) {
        return handle.createQuery(FIND).bind("id", id).map(VIEW).findOne();
    }

    /** By id; those without one are left out. */
    static Map<UUID, String> labels(Handle handle, Collection<UUID> keys) {
        return handle.createQuery(LABELS)
                .bindArray("keys", UUID.class, keys)
                .reduceRows(new HashMap<>(), (labels, row) -> {
                    labels.put(row.getColumn("id", UUID.class), row.getColumn("label", String.class));
                    return labels;
                });
    }

    /** @param institution null: any */
    static List<ListedRow<KeyView>> after(Handle handle, PageStart start, String institution) {
        return start.rows(handle.createQuery(AFTER).bind("institution", institution), VIEW, KeyView::id);
    }
}

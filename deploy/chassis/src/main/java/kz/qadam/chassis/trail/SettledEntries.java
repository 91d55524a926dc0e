package kz.qadam.chassis.trail;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads the entries of the trail in their order, each once, up to the oldest transaction that is still open. */
@ApplicationScoped
public class SettledEntries {

    private static final String AFTER = """
            select %s, cast(change as text) as change from trail
             where (change, id) > (cast(cast(:change as text) as xid8), :id)
               and change < pg_snapshot_xmin(pg_current_snapshot())
             order by change, id limit :most
            """.formatted(Trail.COLUMNS.names());

    private final ObjectMapper json;

    SettledEntries(ObjectMapper json) {
        this.json = json;
    }

    /** The next entries after a position. */
    public List<SettledEntry> after(Handle handle, SettledEntry.Position position, int most) {
        return handle.createQuery(AFTER)
                .bind("change", position.change())
                .bind("id", position.id())
                .bind("most", most)
                .map((row, context) -> {
                    TrailEntry entry = Trail.COLUMNS.map(row, context);
                    return SettledEntry.of(row.getString("change"), entry, json.valueToTree(TrailEntryView.of(entry)));
                })
                .list();
    }
}

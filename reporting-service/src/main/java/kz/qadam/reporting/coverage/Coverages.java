package kz.qadam.reporting.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Institution;
import org.jdbi.v3.core.Handle;

/** Holds the institutions of the catalogue against what was received from each, both as known at a batch. */
final class Coverages {

    private static final String RECEIVED = """
            select institution, max(day) as last_day,
                   coalesce(sum(received) filter (where day > :since), 0) as received,
                   coalesce(sum(accepted + pending + refused) filter (where day > :since), 0) as kept
              from (select * from tally where to_batch = 9223372036854775807 and from_batch <= :batch
                    union all
                    select * from tally
                     where to_batch < 9223372036854775807 and int8range(from_batch, to_batch) @> :batch::bigint) as known
             where received > 0 and day <= :on
             group by institution
            """;

    private record Received(LocalDate lastDay, long received, long kept) {

        static final Received NOTHING = new Received(null, 0, 0);

        static Received of(ResultSet row) throws SQLException {
            return new Received(
                    row.getObject("last_day", LocalDate.class), row.getLong("received"), row.getLong("kept"));
        }

        Coverage.State state() {
            if (lastDay == null) {
                return Coverage.State.never;
            }
            if (received == 0) {
                return Coverage.State.silent;
            }
            return kept == 0 ? Coverage.State.zero : Coverage.State.reported;
        }
    }

    private Coverages() {}

    /** All active institutions, by code. */
    static List<Coverage.Reporter> of(Handle database, Moment moment, int days) {
        Map<String, Received> received = new HashMap<>();
        database.createQuery(RECEIVED)
                .bind("batch", moment.batch())
                .bind("on", moment.on())
                .bind("since", moment.on().minusDays(days))
                .map((row, context) -> Map.entry(row.getString("institution"), Received.of(row)))
                .forEach(one -> received.put(one.getKey(), one.getValue()));
        return Catalogue.institutions(database, moment.batch()).stream()
                .filter(Institution::isActive)
                .map(one -> reporter(one, received.getOrDefault(one.code(), Received.NOTHING)))
                .toList();
    }

    private static Coverage.Reporter reporter(Institution one, Received received) {
        return new Coverage.Reporter(one.code(), one.names(), one.region(), received.state(), received.lastDay());
    }
}

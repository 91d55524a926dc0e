package kz.qadam.reporting.audit.hint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** The settlements in the database. */
record HintSettlementStore(Handle database) {

    /** A settlement that is to be written. */
    record Row(
            UUID hint,
            LocalDate month,
            String kind,
            UUID learner,
            long count,
            HintSettlementPost.Outcome outcome,
            String reason,
            Instant settledAt,
            String settledBy) {

        static Row of(
                Hint hint, YearMonth month, HintSettlementPost.Outcome outcome, String reason, Instant at, String by) {
            return new Row(
                    hint.id(month),
                    month.atDay(1),
                    hint.kind(),
                    hint.learnerId(),
                    hint.count(),
                    outcome,
                    reason,
                    at,
                    by);
        }
    }

    private static final TableColumns<Row> ROW = TableColumns.of(Row.class);
    private static final TableColumns<HintSettlement> SETTLEMENT = TableColumns.of(HintSettlement.class);

    private static final String FIND = "select * from hint_settlement where hint = any(:hints)";

    private static final String ADD =
            "insert into hint_settlement (version, %s) values (1, %s) on conflict (hint) do nothing"
                    .formatted(ROW.names(), ROW.values());

    private static final String REPLACE =
            "update hint_settlement set version = version + 1, %s where hint = :hint and version = :version"
                    .formatted(ROW.list("%1$s = :%1$s", "hint"));

    Map<UUID, HintSettlement> find(Collection<UUID> hints) {
        Map<UUID, HintSettlement> found = new HashMap<>();
        database.createQuery(FIND)
                .bindArray("hints", UUID.class, hints)
                .map((row, context) -> Map.entry(row.getObject("hint", UUID.class), SETTLEMENT.map(row, context)))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /** False if the hint is settled. */
    boolean add(Row row) {
        return ROW.bindOne(database.createUpdate(ADD), row).execute() == 1;
    }

    /** False if the settlement has another version. */
    boolean replace(Row row, int version) {
        return ROW.bindOne(database.createUpdate(REPLACE), row)
                        .bind("version", version)
                        .execute()
                == 1;
    }
}

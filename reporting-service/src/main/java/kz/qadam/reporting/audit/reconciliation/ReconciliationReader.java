package kz.qadam.reporting.audit.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.reporting.asof.PointInTime;
import org.jdbi.v3.core.Handle;

/** Adds up the tallies of institutions and the completions that are known, both as known at a batch. */
final class ReconciliationReader {

    private static final String KNOWN_TALLIES = """
            (select * from tally where to_batch = still_open() and from_batch <= :batch
             union all
             select * from tally
              where to_batch < still_open() and int8range(from_batch, to_batch) @> :batch::bigint)
            """;

    private static final String KNOWN_COMPLETIONS = """
            (select * from completion_fact
              where to_batch = still_open() and from_batch <= :batch and %1$s
             union all
             select * from completion_fact
              where to_batch < still_open() and int8range(from_batch, to_batch) @> :batch::bigint and %1$s)
            """;

    private static final String RECEIVED = """
            select institution, null::date as day, sum(received) as received, sum(accepted) as accepted,
                   sum(pending) as pending, sum(refused) as refused, sum(duplicate) as duplicate,
                   sum(conflict) as conflict, sum(rejected) as rejected,
                   (array_agg(pending_now order by day desc))[1] as pending_now,
                   (array_agg(refused_now order by day desc))[1] as refused_now,
                   (array_agg(untold_now order by day desc))[1] as untold_now,
                   max(day) filter (where received > 0) as last_reported
              from %s as known
             where institution > :after and (:institution::text is null or institution = :institution)
             group by institution order by institution limit :limit
            """.formatted(KNOWN_TALLIES);

    private static final String DAYS = "select * from " + KNOWN_TALLIES + """
             as known where institution = :institution order by day
            """;

    private static final String KNOWN = """
            select institution, count(*) from %s as known where status <> 'pending' group by institution
            """.formatted(KNOWN_COMPLETIONS.formatted("institution = any(:institutions)"));

    private static final String COUNTED = """
            with published as (
                select learner as published_learner, version as published_version, trained_on from trained_fact
                 where to_batch = still_open() and from_batch <= :batch and cohort = :cohort
                union all
                select learner, version, trained_on from trained_fact
                 where to_batch < still_open() and int8range(from_batch, to_batch) @> :batch::bigint
                   and cohort = :cohort)
            select count(*) as known,
                   count(*) filter (where status = 'accepted') as accepted,
                   count(*) filter (where status = 'refused') as refused,
                   count(*) filter (where status = 'revoked') as revoked,
                   count(*) filter (where status = 'pending') as pending,
                   count(*) filter (where status = 'accepted' and not counts) as outside_programme,
                   count(*) filter (where counts) as counting,
                   count(*) filter (where counts and completed_on > :on) as after_the_day,
                   count(*) filter (where counts and completed_on <= :on) as completions,
                   count(distinct learner) filter (where counts and completed_on <= :on) as completed,
                   (select count(*) from published where trained_on <= :on) as trained,
                   count(distinct learner) filter (where trained_version > coalesce(published_version, 0)) as in_flight
              from %s as known
              left join published on published_learner = learner
            """.formatted(KNOWN_COMPLETIONS.formatted("cohort = :cohort"));

    private static final TableColumns<Reconciliation.Counted> COUNTED_ROW =
            TableColumns.of(Reconciliation.Counted.class);

    private ReconciliationReader() {}

    /**
     * The sums of institutions, by code.
     *
     * @param after only institutions after this code
     * @param institution only this one; null for all
     */
    static List<Reconciliation.Received> received(
            Handle database, PointInTime moment, String after, String institution, int limit) {
        List<Reconciliation.Received> all = database.createQuery(RECEIVED)
                .bind("batch", moment.batch())
                .bind("after", after)
                .bind("institution", institution)
                .bind("limit", limit)
                .map((row, context) -> received(row, stock(row)))
                .list();
        Map<String, Long> known = known(
                database,
                moment,
                all.stream().map(Reconciliation.Received::institution).toList());
        return all.stream()
                .map(one -> withKnown(one, known.getOrDefault(one.institution(), 0L)))
                .toList();
    }

    static List<Reconciliation.Received> days(Handle database, PointInTime moment, String institution) {
        return database.createQuery(DAYS)
                .bind("batch", moment.batch())
                .bind("institution", institution)
                .map((row, context) -> received(row, null))
                .list();
    }

    static Reconciliation.Counted counted(Handle database, PointInTime moment, String cohort) {
        return database.createQuery(COUNTED)
                .bind("batch", moment.batch())
                .bind("cohort", cohort)
                .bind("on", moment.on())
                .map(COUNTED_ROW)
                .one();
    }

    private static Map<String, Long> known(Handle database, PointInTime moment, Collection<String> institutions) {
        return database
                .createQuery(KNOWN)
                .bind("batch", moment.batch())
                .bindArray("institutions", String.class, institutions)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Reconciliation.Received received(ResultSet row, Reconciliation.Stock stock) throws SQLException {
        long received = row.getLong("received");
        long accepted = row.getLong("accepted");
        long pending = row.getLong("pending");
        long refused = row.getLong("refused");
        long duplicate = row.getLong("duplicate");
        long conflict = row.getLong("conflict");
        long rejected = row.getLong("rejected");
        return new Reconciliation.Received(
                row.getString("institution"),
                row.getObject("day", LocalDate.class),
                received,
                accepted,
                pending,
                refused,
                duplicate,
                conflict,
                rejected,
                received == accepted + pending + refused + duplicate + conflict + rejected,
                stock);
    }

    private static Reconciliation.Stock stock(ResultSet row) throws SQLException {
        return new Reconciliation.Stock(
                row.getLong("accepted") + row.getLong("pending") + row.getLong("refused"),
                row.getLong("pending_now"),
                row.getLong("refused_now"),
                row.getLong("untold_now"),
                0,
                0,
                row.getObject("last_reported", LocalDate.class));
    }

    private static Reconciliation.Received withKnown(Reconciliation.Received one, long known) {
        Reconciliation.Stock stock = one.stock();
        return new Reconciliation.Received(
                one.institution(),
                one.day(),
                one.received(),
                one.accepted(),
                one.pending(),
                one.refused(),
                one.duplicate(),
                one.conflict(),
                one.rejected(),
                one.addsUp(),
                new Reconciliation.Stock(
                        stock.kept(),
                        stock.pendingNow(),
                        stock.refusedNow(),
                        stock.revokedUntold(),
                        known,
                        stock.kept() - stock.pendingNow() - stock.revokedUntold() - known,
                        stock.lastReportedOn()));
    }
}

package kz.qadam.progress.tally;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** Tallies that were taken over from what was published, after the database went back to a backup. */
public final class AdoptedTallies {

    private record Day(
            String institution,
            LocalDate day,
            long accepted,
            long pending,
            long refused,
            long duplicate,
            long conflict,
            long rejected,
            int version) {

        static Day of(PublishedTally one) {
            return new Day(
                    one.institution(),
                    one.day(),
                    one.accepted(),
                    one.pending(),
                    one.refused(),
                    one.duplicate(),
                    one.conflict(),
                    one.rejected(),
                    one.version());
        }
    }

    private record Stock(String institution, long pending, long refused, long untold) {

        static Stock of(PublishedTally one) {
            return new Stock(
                    one.institution(),
                    one.pendingNow(),
                    one.refusedNow(),
                    one.revokedUntoldNow() == null ? 0 : one.revokedUntoldNow());
        }
    }

    /**
     * What the institution has sent of which nobody knows any more.
     *
     * @param completions how many completions that waited for their enrolment
     */
    public record Lost(String institution, long completions) {}

    private static final TableColumns<Day> DAY = TableColumns.of(Day.class);
    private static final TableColumns<Stock> STOCK = TableColumns.of(Stock.class);
    private static final TableColumns<Lost> LOST = TableColumns.of(Lost.class);

    /** What was still to be added at the backup is in what was published later. */
    private static final String ADOPT_DAYS =
            """
            with adopted as (
                insert into tally (%1$s) select * from %2$s order by institution, day
                on conflict (institution, day) do update set %3$s where tally.version < excluded.version
                returning institution, day)
            delete from tally_delta d using adopted where adopted.institution = d.institution and adopted.day = d.day
            """.formatted(DAY.names(), DAY.rows("v"), DAY.list("%1$s = excluded.%1$s", "institution", "day"));

    private static final String ADOPT_STOCK =
            """
            insert into tally_stock (%s) select * from %s order by institution
            on conflict (institution) do update set %s
            """.formatted(STOCK.names(), STOCK.rows("v"), STOCK.list("%1$s = excluded.%1$s", "institution"));

    /**
     * For each institution: all that was kept of what it sent is a completion that was published, or waits, or was revoked
     * unpublished. Completions that waited are lost: they are counted as untold, since nobody will hear of them under this
     * count. Some that were published had not been tallied yet: they are counted as received now.
     */
    private static final String SETTLE = """
            with kept as (
                select institution, sum(accepted + pending + refused) as items
                  from (select institution, accepted, pending, refused from tally
                        union all
                        select institution, accepted, pending, refused from tally_delta) as received
                 group by institution),
            stock as (
                select institution, sum(pending) as pending, sum(refused) as refused, sum(untold) as untold
                  from (select institution, pending, refused, untold from tally_stock
                        union all
                        select institution, pending_change, refused_change, untold_change from tally_delta) as one
                 group by institution),
            here as (
                select institution, count(*) filter (where status = 'pending') as pending,
                       count(*) filter (where status = 'refused') as refused,
                       count(*) filter (where status <> 'pending' and enrolment_id is not null) as told
                  from completion group by institution),
            compared as (
                select institution, coalesce(here.pending, 0) - coalesce(stock.pending, 0) as pending_change,
                       coalesce(here.refused, 0) - coalesce(stock.refused, 0) as refused_change,
                       coalesce(kept.items, 0) - coalesce(here.told, 0) - coalesce(here.pending, 0)
                         - coalesce(stock.untold, 0) as lost
                  from kept full join stock using (institution) full join here using (institution)),
            added as (
                insert into tally_delta (institution, day, accepted, pending, refused, duplicate, conflict, rejected,
                                         pending_change, refused_change, untold_change, of_token)
                select institution, :day, greatest(-lost, 0), 0, 0, 0, 0, 0, pending_change, refused_change,
                       greatest(lost, 0), true
                  from compared where (pending_change, refused_change, lost) <> (0, 0, 0))
            select institution, lost as completions from compared where lost > 0 order by institution
            """;

    private AdoptedTallies() {}

    /** Takes over tallies in the order in which they were published; those that are not newer change nothing. */
    public static void adopt(Handle handle, List<PublishedTally> published) {
        Map<String, PublishedTally> newest = new LinkedHashMap<>();
        Map<String, PublishedTally> lastOfInstitution = new TreeMap<>();
        for (PublishedTally one : published) {
            newest.merge(
                    one.institution() + "/" + one.day(),
                    one,
                    (known, other) -> known.version() < other.version() ? other : known);
            lastOfInstitution.put(one.institution(), one);
        }
        if (!newest.isEmpty()) {
            DAY.bind(
                            handle.createUpdate(ADOPT_DAYS),
                            newest.values().stream().map(Day::of).toList())
                    .execute();
            STOCK.bind(
                            handle.createUpdate(ADOPT_STOCK),
                            lastOfInstitution.values().stream().map(Stock::of).toList())
                    .execute();
        }
    }

    /** Lets the tallies agree with the completions that are here, and says what is lost. */
    public static List<Lost> settle(Handle handle, LocalDate today) {
        return handle.createQuery(SETTLE).bind("day", today).map(LOST).list();
    }
}

package kz.qadam.reporting.figures.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.reporting.asof.KnownFacts;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Institution;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Compares the institutions of the catalogue with the tallies of what each has sent, both as known at a batch. The
 * database counts the institutions and returns one page of them, so that the memory does not hold all of them.
 */
public final class CoverageReader {

    private static final String ACTIVE = """
            with received as (
                select institution, max(day) as last_day,
                       coalesce(sum(received) filter (where day > :since), 0) as received,
                       coalesce(sum(accepted + pending + refused) filter (where day > :since), 0) as kept
                  from %s as known
                 where received > 0 and day <= :on
                 group by institution),
            described as (
                select code collate "C" as code, coalesce(data::json ->> 'region', 'unknown') as region, data
                  from catalogue_fact
                 where kind = 'INSTITUTION' and from_batch <= :batch and to_batch > :batch
                   and data::json ->> 'status' = 'active'),
            active as (
                select code, region, data, last_day,
                       exists (select from json_array_elements(data::json -> 'bases') as basis
                                where (basis ->> 'since')::date <= :on) as declared,
                       case when last_day is null then 'never' when received = 0 then 'silent'
                            when kept = 0 then 'zero' else 'reported' end as state
                  from described left join received on institution = code
                 where :region::text is null or region = :region)
            """.formatted(KnownFacts.of("select * from tally where {known}"));

    private static final String COUNTS = ACTIVE + """
            select region, count(*), count(*) filter (where state = 'reported'), count(*) filter (where state = 'zero'),
                   count(*) filter (where state = 'silent'), count(*) filter (where state = 'never'),
                   count(*) filter (where declared)
              from active group by region
            """;

    private static final String PAGE = ACTIVE + """
            select data, state, last_day from active
             where code > :after and (:state::text is null or state = :state)
             order by code limit :limit
            """;

    /**
     * A question about coverage.
     *
     * @param days the length of the period
     * @param region null: all regions
     */
    public record Question(PointInTime time, int days, String region) {

        private Query bindTo(Query query) {
            return query.bind("batch", time.batch())
                    .bind("on", time.on())
                    .bind("since", time.on().minusDays(days))
                    .bind("region", region);
        }
    }

    private CoverageReader() {}

    /** Counts the institutions by region; a region without institutions is left out. */
    public static SortedMap<String, Coverage.Count> counts(Handle database, Question question) {
        SortedMap<String, Coverage.Count> counts = new TreeMap<>();
        countsQuery(database, question)
                .map((row, context) -> Map.entry(
                        row.getString(1),
                        Coverage.Count.exact(
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7))))
                .forEach(region -> counts.put(region.getKey(), region.getValue()));
        return counts;
    }

    static Query countsQuery(Handle database, Question question) {
        return question.bindTo(database.createQuery(COUNTS));
    }

    /**
     * Lists the institutions after a code, in the order of their codes.
     *
     * @param state null: all states
     */
    static List<Coverage.Reporter> page(
            Handle database, Question question, Coverage.State state, String after, int limit) {
        return pageQuery(database, question, state, after, limit)
                .map((row, context) -> reporter(row, question.time().on()))
                .list();
    }

    static Query pageQuery(Handle database, Question question, Coverage.State state, String after, int limit) {
        return question.bindTo(database.createQuery(PAGE))
                .bind("state", state == null ? null : state.name())
                .bind("after", after)
                .bind("limit", limit);
    }

    private static Coverage.Reporter reporter(ResultSet row, LocalDate on) throws SQLException {
        Institution one = EventJson.readAgain(row.getString("data"), Institution.class);
        List<Institution.DeclaredBasis> declared = one.basesOn(on);
        return new Coverage.Reporter(
                one.code(),
                one.names(),
                one.regionOrUnknown(),
                Coverage.State.valueOf(row.getString("state")),
                row.getObject("last_day", LocalDate.class),
                declared.isEmpty() ? null : declared);
    }
}

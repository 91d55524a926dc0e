package kz.qadam.reporting.audit.reconciliation;

import java.util.List;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.asof.KnownFacts;
import kz.qadam.reporting.asof.PointInTime;
import org.jdbi.v3.core.Handle;

/** Adds up the tallies of institutions and the completions that are known, both as known at a batch. */
public final class ReconciliationReader {

    private static final String ADDS_UP =
            "received = accepted + pending + refused + duplicate + conflict + rejected as adds_up";

    private static final String RECEIVED = """
            with tallied as (
                select institution, sum(received) as received, sum(accepted) as accepted, sum(pending) as pending,
                       sum(refused) as refused, sum(duplicate) as duplicate, sum(conflict) as conflict,
                       sum(rejected) as rejected, sum(accepted + pending + refused)::bigint as kept,
                       (array_agg(pending_now order by day desc))[1] as pending_now,
                       (array_agg(refused_now order by day desc))[1] as refused_now,
                       (array_agg(untold_now order by day desc))[1] as revoked_untold,
                       max(day) filter (where received > 0) as last_reported_on
                  from %s as tally_of_day
                 group by institution order by institution limit :limit),
            published as (
                select institution, count(*) as known from %s as completion group by institution)
            select null::date as day, tallied.*, coalesce(known, 0) as known,
                   kept - pending_now - revoked_untold - coalesce(known, 0) as in_flight, %s
              from tallied left join published using (institution)
             order by institution
            """.formatted(KnownFacts.of("""
                    select * from tally
                     where {known} and institution > :after
                       and (:institution::text is null or institution = :institution)
                    """), KnownFacts.of("""
                    select institution from completion_fact
                     where {known} and status <> 'pending'
                       and institution = any(array(select institution from tallied))
                    """), ADDS_UP);

    /** A day has no stock. */
    private static final String DAYS =
            """
            select institution, day, received, accepted, pending, refused, duplicate, conflict, rejected, %s,
                   null::bigint as kept, null::bigint as pending_now, null::bigint as refused_now,
                   null::bigint as revoked_untold, null::bigint as known, null::bigint as in_flight,
                   null::date as last_reported_on
              from %s as tally_of_day order by day
            """.formatted(ADDS_UP, KnownFacts.of("select * from tally where {known} and institution = :institution"));

    private static final String COUNTED = """
            with published as (
                select learner as published_learner, version as published_version, trained_on from %s as trained)
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
              from %s as completion
              left join published on published_learner = learner
            """.formatted(
                    KnownFacts.of("select * from trained_fact where {known} and cohort = :cohort"),
                    KnownFacts.of("select * from completion_fact where {known} and cohort = :cohort"));

    private static final TableColumns<Reconciliation.Counted> COUNTED_ROW =
            TableColumns.of(Reconciliation.Counted.class);

    private static final TableColumns<Reconciliation.Received> RECEIVED_ROW =
            TableColumns.of(Reconciliation.Received.class);

    private ReconciliationReader() {}

    /**
     * The sums of institutions, by code.
     *
     * @param after only institutions after this code
     * @param institution only this one; null for all
     */
    static List<Reconciliation.Received> received(
            Handle database, PointInTime point, String after, String institution, int limit) {
        return database.createQuery(RECEIVED)
                .bind("batch", point.batch())
                .bind("after", after)
                .bind("institution", institution)
                .bind("limit", limit)
                .map(RECEIVED_ROW)
                .list();
    }

    static List<Reconciliation.Received> days(Handle database, PointInTime point, String institution) {
        return database.createQuery(DAYS)
                .bind("batch", point.batch())
                .bind("institution", institution)
                .map(RECEIVED_ROW)
                .list();
    }

    /** The stages from the known completions of a cohort to its trained learners. */
    public static Reconciliation.Counted counted(Handle database, PointInTime point, String cohort) {
        return database.createQuery(COUNTED)
                .bind("batch", point.batch())
                .bind("cohort", cohort)
                .bind("on", point.on())
                .map(COUNTED_ROW)
                .one();
    }
}

package kz.qadam.progress.tally;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import kz.qadam.progress.outbox.ProgressPublisher;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Folds (sums) the rows that transactions have added to the tallies, and publishes the new tallies. */
@ApplicationScoped
class TallyFolding {

    /** A row that names an institution which nobody knows waits until it is described. */
    static final String CAN_BE_FOLDED = """
            (of_token or exists (select from institution i where i.code = d.institution)
             or exists (select from tally_stock s where s.institution = d.institution))""";

    /**
     * The tally of an institution's newest day is published again, too: its stock is what counts, and an earlier day may be
     * counted after it, about midnight or if a clock was ahead.
     */
    private static final String FOLD = """
            with taken as (
                delete from tally_delta d where %s returning *),
            stock as (
                insert into tally_stock (institution, pending, refused, untold)
                select institution, sum(pending_change), sum(refused_change), sum(untold_change)
                  from taken group by 1 order by 1
                on conflict (institution) do update
                   set pending = tally_stock.pending + excluded.pending,
                       refused = tally_stock.refused + excluded.refused,
                       untold = tally_stock.untold + excluded.untold
                returning *),
            folded as (
                insert into tally (institution, day, accepted, pending, refused, duplicate, conflict, rejected, version)
                select institution, day, sum(accepted), sum(pending), sum(refused), sum(duplicate), sum(conflict),
                       sum(rejected), 1
                  from taken group by 1, 2 order by 1, 2
                on conflict (institution, day) do update
                   set accepted = tally.accepted + excluded.accepted, pending = tally.pending + excluded.pending,
                       refused = tally.refused + excluded.refused, duplicate = tally.duplicate + excluded.duplicate,
                       conflict = tally.conflict + excluded.conflict, rejected = tally.rejected + excluded.rejected,
                       version = tally.version + 1
                returning *),
            newest as (
                update tally set version = tally.version + 1
                  from (select institution, max(day) as day from taken group by 1) as counted
                 where tally.institution = counted.institution and tally.day > counted.day
                   and not exists (select from tally later
                                    where later.institution = tally.institution and later.day > tally.day)
                returning tally.*)
            select f.*, f.accepted + f.pending + f.refused + f.duplicate + f.conflict + f.rejected as received,
                   s.pending as pending_now, s.refused as refused_now, s.untold as revoked_untold_now,
                   :now::timestamptz as recorded_at
              from (select * from folded union all select * from newest) f join stock s using (institution)
            """.formatted(CAN_BE_FOLDED);

    /** The time limit of folding, if many rows have been added since the last time. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    private static final TableColumns<PublishedTally> TALLIED = TableColumns.of(PublishedTally.class);

    private final Database database;
    private final ProgressPublisher publisher;
    private final Clock clock;

    TallyFolding(Database database, ProgressPublisher publisher, Clock clock) {
        this.database = database;
        this.publisher = publisher;
        this.clock = clock;
    }

    private static OutboxEvent event(PublishedTally tally) {
        String subject = tally.institution() + "/" + tally.day();
        return new OutboxEvent(
                subject, ProgressPublisher.INTAKE_TALLIED, subject, tally.version(), tally.recordedAt(), tally, null);
    }

    void start(
            @Observes StartupEvent event,
            BackgroundLoops loops,
            @ConfigProperty(name = "qadam.tally.fold-every", defaultValue = "2s") Duration every) {
        loops.startAtIntervals("tally-folding", every, this::fold);
    }

    private void fold() {
        database.transaction(TIME_LIMIT, handle -> {
            List<OutboxEvent> events = handle.createQuery(FOLD)
                    .bind("now", clock.instant())
                    .map(TALLIED)
                    .map(TallyFolding::event)
                    .list();
            publisher.add(handle, events);
            return null;
        });
    }
}

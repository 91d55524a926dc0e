package kz.qadam.progress.tally;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.qadam.chassis.background.BackgroundLoops;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.progress.outbox.CompletionPublisher;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * Counts the items that each institution sent on each day. Each transaction adds a row of its own, so that it does not
 * wait for others; the rows are folded (summed) afterwards. A tally publishes the code of its institution, so an
 * institution is counted only if a token or the catalogue names it. For any other code, rejected items are not counted,
 * and recorded ones are counted when the catalogue describes the institution.
 */
@ApplicationScoped
public class Tallies {

    private static final TableColumns<TallyDelta> DELTAS =
            TableColumns.of(TallyDelta.class, Map.of("isFromToken", "of_token", "unpublishedChange", "untold_change"));

    private static final String ADD = """
            insert into tally_delta (%s, day) select *, :day from %s
             where of_token or exists (select from institution i where i.code = v.institution)
                or (accepted, pending, refused, duplicate, conflict, pending_change, refused_change, untold_change)
                   <> (0, 0, 0, 0, 0, 0, 0, 0)
            """.formatted(DELTAS.names(), DELTAS.rows("v"));

    private static final String FOLD = """
            with taken as (
                delete from tally_delta d
                 where of_token or exists (select from institution i where i.code = d.institution)
                    or exists (select from tally_stock s where s.institution = d.institution)
                returning *),
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
                returning *)
            select f.*, s.pending as pending_now, s.refused as refused_now, s.untold as untold_now
              from folded f join stock s using (institution)
            """;

    /** The time limit of folding, if many rows have been added since the last time. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    private record Tallied(
            String institution,
            LocalDate day,
            long received,
            long accepted,
            long pending,
            long refused,
            long duplicate,
            long conflict,
            long rejected,
            long pendingNow,
            long refusedNow,
            long revokedUntoldNow,
            int version,
            Instant recordedAt) {}

    private final Database database;
    private final CompletionPublisher publisher;

    Tallies(Database database, CompletionPublisher publisher) {
        this.database = database;
        this.publisher = publisher;
    }

    /** Adds the items of a transaction, within that transaction. */
    public void note(Handle handle, LocalDate day, Stream<TallyDelta> deltas) {
        Map<String, TallyDelta> byInstitution = new TreeMap<>();
        deltas.forEach(delta -> byInstitution.merge(delta.institution(), delta, TallyDelta::plus));
        byInstitution.values().removeIf(TallyDelta::isEmpty);
        if (byInstitution.isEmpty()) {
            return;
        }
        DELTAS.bind(handle.createUpdate(ADD), byInstitution.values())
                .bind("day", day)
                .execute();
    }

    void foldAtIntervals(
            @Observes StartupEvent event,
            BackgroundLoops loops,
            Clock clock,
            @ConfigProperty(name = "qadam.tally.fold-every", defaultValue = "2s") Duration every) {
        loops.startAtIntervals("tally-folding", every, () -> fold(clock.instant()));
    }

    /** Folds the added rows, and publishes the new tallies. */
    void fold(Instant now) {
        boolean published = database.transaction(TIME_LIMIT, handle -> {
            List<OutboxEvent> facts = handle.createQuery(FOLD)
                    .map((row, context) -> fact(new Tallied(
                            row.getString("institution"),
                            row.getObject("day", LocalDate.class),
                            row.getLong("accepted")
                                    + row.getLong("pending")
                                    + row.getLong("refused")
                                    + row.getLong("duplicate")
                                    + row.getLong("conflict")
                                    + row.getLong("rejected"),
                            row.getLong("accepted"),
                            row.getLong("pending"),
                            row.getLong("refused"),
                            row.getLong("duplicate"),
                            row.getLong("conflict"),
                            row.getLong("rejected"),
                            row.getLong("pending_now"),
                            row.getLong("refused_now"),
                            row.getLong("untold_now"),
                            row.getInt("version"),
                            now)))
                    .list();
            publisher.add(handle, facts);
            return !facts.isEmpty();
        });
        if (published) {
            publisher.wake();
        }
    }

    private static OutboxEvent fact(Tallied tallied) {
        String subject = tallied.institution() + "/" + tallied.day();
        return new OutboxEvent(
                subject,
                CompletionPublisher.INTAKE_TALLIED,
                subject,
                tallied.version(),
                tallied.recordedAt(),
                tallied,
                null);
    }
}

package kz.qadam.progress.completion;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.Institutions;
import kz.qadam.progress.completion.CompletionName.Meant;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.learner.Judged;
import org.jdbi.v3.core.Handle;

/** One transaction that revokes completions: locks by reference, then by learner. */
final class RevokingTransaction {

    /** Which completion is meant. */
    private record Key(String institution, String reference) {}

    private final Handle handle;
    private final Consequences consequences;
    private final TimeBasedEpochGenerator ids;
    private final Instant now;
    private final Catalogue catalogue;
    private final Map<Key, Completion> standing = new HashMap<>();
    private final Set<UUID> created = new HashSet<>();
    private final Map<UUID, Change> changes = new LinkedHashMap<>();
    private Map<CompletionName, Meant> known = Map.of();
    private Judged judged;

    RevokingTransaction(
            Handle handle, Catalogue catalogue, Consequences consequences, Clock clock, TimeBasedEpochGenerator ids) {
        this.handle = handle;
        this.consequences = consequences;
        this.ids = ids;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        this.catalogue = catalogue;
    }

    List<Outcome<CompletionView>> revoke(List<Reading<RevocationPost>> readings) {
        known = CompletionName.find(
                handle,
                readings.stream()
                        .filter(reading -> reading.problem().isEmpty())
                        .map(RevokingTransaction::name)
                        .distinct()
                        .toList());
        Map<Key, Reading<RevocationPost>> meant = new LinkedHashMap<>();
        for (Reading<RevocationPost> reading : readings) {
            if (problem(reading) == null) {
                meant.putIfAbsent(key(reading), reading);
            }
        }
        revoke(meant);
        List<Outcome<CompletionView>> outcomes =
                readings.stream().map(reading -> outcome(reading, meant)).toList();
        List<Change> changed = List.copyOf(changes.values());
        judged = consequences.follow(handle, catalogue, changed, Cause.REVOKED, now, Reading.traceOf(readings));
        consequences.stocks(handle, changed, now);
        return outcomes;
    }

    /** What it brought about, to be asked before the transaction ends. */
    Effect effect() {
        return Effect.of(handle, List.copyOf(changes.values()), judged);
    }

    private void revoke(Map<Key, Reading<RevocationPost>> meant) {
        List<Completion> places = meant.entrySet().stream()
                .map(one -> Completion.first(
                        ids.generate(),
                        one.getKey().institution(),
                        one.getKey().reference(),
                        null,
                        Standing.REVOKED,
                        null,
                        origin(one.getValue())))
                .toList();
        created.addAll(CompletionWrites.insert(handle, places));
        places.forEach(place -> standing.put(new Key(place.institution(), place.reference()), place));
        List<Completion> there =
                places.stream().filter(place -> !created.contains(place.id())).toList();
        List<Completion> locked = Completions.lock(
                handle,
                there.stream().map(Completion::institution).toList(),
                there.stream().map(Completion::reference).toList());
        for (Completion before : locked) {
            Key key = new Key(before.institution(), before.reference());
            before.become(before.content(), Standing.REVOKED, before.enrolled(), origin(meant.get(key)))
                    .ifPresent(change -> changes.put(before.id(), change));
            standing.put(
                    key,
                    changes.containsKey(before.id()) ? changes.get(before.id()).after() : before);
        }
        CompletionWrites.update(
                handle, changes.values().stream().map(Change::after).toList());
    }

    private Origin origin(Reading<RevocationPost> reading) {
        return new Origin(now, Cause.REVOKED, reading.post().reason(), reading.role());
    }

    /** Of equal posts at once, the very first is the one that was kept. */
    @SuppressWarnings("ReferenceEquality")
    private Outcome<CompletionView> outcome(Reading<RevocationPost> reading, Map<Key, Reading<RevocationPost>> meant) {
        Problem problem = problem(reading);
        if (problem != null) {
            return new Outcome.Rejected<>(problem);
        }
        Key key = key(reading);
        Completion completion = standing.get(key);
        CompletionView view = CompletionView.of(completion);
        if (meant.get(key) == reading && created.contains(completion.id())) {
            return new Outcome.Kept<>(201, "accepted", completion.id(), view);
        }
        return meant.get(key) == reading && changes.containsKey(completion.id())
                ? new Outcome.Kept<>(200, "accepted", completion.id(), view)
                : new Outcome.Repeated<>(completion.id(), view);
    }

    private Problem problem(Reading<RevocationPost> reading) {
        if (reading.problem().isPresent()) {
            return reading.problem().get();
        }
        if (!catalogue.mayReport(reading.institution())) {
            return Institutions.mayNotReport();
        }
        Meant there = known.get(name(reading));
        if (there != null && !there.isOf(reading.institution())) {
            return Problem.notFound();
        }
        return doubt(reading, there).orElse(null);
    }

    /** What names a completion that is there was accepted before, and so was the reason of one that is revoked. */
    private static Optional<Problem> doubt(Reading<RevocationPost> reading, Meant there) {
        var fields = reading.item().fields();
        if (there == null) {
            return fields.doubt();
        }
        return there.isRevoked() ? Optional.empty() : fields.doubt("institution", "completion");
    }

    /** What is not known yet is a reference: its completion is on its way. */
    private Key key(Reading<RevocationPost> reading) {
        Meant there = known.get(name(reading));
        return new Key(reading.institution(), there == null ? reading.post().completion() : there.reference());
    }

    private static CompletionName name(Reading<RevocationPost> reading) {
        return new CompletionName(reading.institution(), reading.post().completion());
    }
}

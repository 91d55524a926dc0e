package kz.qadam.progress.completion;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.progress.catalogue.Almaty;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.Institutions;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.tally.Tallies;
import kz.qadam.progress.tally.TallyDelta;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** One transaction that revokes completions: locks by reference, then by learner. */
final class RevokingTransaction {

    /** Which completion is meant. */
    private record Key(String institution, String reference) {}

    private static final String BY_ID = """
            select id, institution, reference from completion c
             where id = any(:ids)
            """;

    private static final String NOTE = """
            insert into revocation (completion_id, reason, recorded_at) values (:id, :reason, :now)
            on conflict (completion_id) do nothing
            """;

    private final Handle handle;
    private final Consequences consequences;
    private final Tallies tallies;
    private final TimeBasedEpochGenerator ids;
    private final Instant now;
    private final Catalogue catalogue;
    private final Map<Key, Completion> standing = new HashMap<>();
    private final Set<UUID> created = new HashSet<>();
    private final Map<UUID, Change> changes = new LinkedHashMap<>();

    RevokingTransaction(
            Handle handle, Consequences consequences, Tallies tallies, Clock clock, TimeBasedEpochGenerator ids) {
        this.handle = handle;
        this.consequences = consequences;
        this.tallies = tallies;
        this.ids = ids;
        this.now = clock.instant();
        this.catalogue = Catalogue.hold(handle);
    }

    List<Outcome<CompletionView>> revoke(List<Reading<RevocationPost>> readings) {
        Set<String> barred = Institutions.notActive(
                handle, readings.stream().map(Reading::institution).toList());
        Map<UUID, Key> byId = byId(readings);
        Map<Key, Reading<RevocationPost>> meant = new LinkedHashMap<>();
        for (Reading<RevocationPost> reading : readings) {
            if (problem(reading, barred, byId) == null) {
                meant.putIfAbsent(key(reading, byId), reading);
            }
        }
        revoke(meant);
        List<Outcome<CompletionView>> outcomes = readings.stream()
                .map(reading -> outcome(reading, problem(reading, barred, byId), meant, byId))
                .toList();
        List<Change> changed = List.copyOf(changes.values());
        consequences.follow(handle, catalogue, changed, Cause.REVOKED, now, Reading.traceOf(readings));
        tallies.note(
                handle,
                Almaty.dayOf(now),
                changed.stream()
                        .map(c -> TallyDelta.ofStocks(c.after().institution(), c.pendingChange(), c.refusedChange())));
        return outcomes;
    }

    private void revoke(Map<Key, Reading<RevocationPost>> meant) {
        List<Completion> places = meant.keySet().stream()
                .map(key -> new Completion(
                        ids.generate(), key.institution(), key.reference(), null, Standing.REVOKED, null, 1, now))
                .toList();
        created.addAll(Completions.insert(handle, places));
        places.forEach(place -> standing.put(new Key(place.institution(), place.reference()), place));
        List<Completion> there =
                places.stream().filter(place -> !created.contains(place.id())).toList();
        List<Completion> locked = Completions.lock(
                handle,
                there.stream().map(Completion::institution).toList(),
                there.stream().map(Completion::reference).toList());
        for (Completion before : locked) {
            Completion after = before.as(before.content(), Standing.REVOKED, before.enrolled());
            before.changeTo(after).ifPresent(change -> changes.put(before.id(), change));
            standing.put(
                    new Key(before.institution(), before.reference()),
                    changes.containsKey(before.id()) ? changes.get(before.id()).after() : before);
        }
        Completions.update(handle, changes.values().stream().map(Change::after).toList());
        noteReasons(meant);
    }

    private void noteReasons(Map<Key, Reading<RevocationPost>> meant) {
        if (meant.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch(NOTE);
        meant.forEach((key, reading) -> rows.bind("id", standing.get(key).id())
                .bind("reason", reading.post().reason())
                .bind("now", now)
                .add());
        rows.execute();
    }

    /** Of equal posts at once, the very first is the one that was kept. */
    @SuppressWarnings("ReferenceEquality")
    private Outcome<CompletionView> outcome(
            Reading<RevocationPost> reading,
            Problem problem,
            Map<Key, Reading<RevocationPost>> meant,
            Map<UUID, Key> byId) {
        if (problem != null) {
            return new Outcome.Rejected<>(problem);
        }
        Key key = key(reading, byId);
        Completion completion = standing.get(key);
        CompletionView view = CompletionView.of(completion);
        if (meant.get(key) == reading && created.contains(completion.id())) {
            return new Outcome.Kept<>(201, "accepted", completion.id(), view);
        }
        return meant.get(key) == reading && changes.containsKey(completion.id())
                ? new Outcome.Kept<>(200, "accepted", completion.id(), view)
                : new Outcome.Repeated<>(completion.id(), view);
    }

    private static Problem problem(Reading<RevocationPost> reading, Set<String> barred, Map<UUID, Key> byId) {
        if (reading.problem().isPresent()) {
            return reading.problem().get();
        }
        if (barred.contains(reading.institution())) {
            return Institutions.mayNotReport();
        }
        Key named = byId.get(uuid(reading.post().completion()));
        return named == null || named.institution().equals(reading.institution()) ? null : Problem.notFound();
    }

    private Map<UUID, Key> byId(List<Reading<RevocationPost>> readings) {
        List<UUID> named = readings.stream()
                .filter(reading -> reading.problem().isEmpty())
                .map(reading -> uuid(reading.post().completion()))
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, Key> found = new HashMap<>();
        if (!named.isEmpty()) {
            handle.createQuery(BY_ID)
                    .bindArray("ids", UUID.class, named)
                    .map((row, context) ->
                            found.put(row.getObject(1, UUID.class), new Key(row.getString(2), row.getString(3))))
                    .list();
        }
        return found;
    }

    private static Key key(Reading<RevocationPost> reading, Map<UUID, Key> byId) {
        String name = reading.post().completion();
        Key named = byId.get(uuid(name));
        return named == null ? new Key(reading.institution(), name) : named;
    }

    private static UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

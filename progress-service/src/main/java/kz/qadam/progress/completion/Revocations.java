package kz.qadam.progress.completion;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.submission.Outcome;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.chassis.submission.Recorded;
import kz.qadam.chassis.table.Columns;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.Catalogues;
import kz.qadam.progress.catalogue.Institutions;
import kz.qadam.progress.completion.CompletionName.Found;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.learner.TrainedStateChanges;
import org.jdbi.v3.core.Handle;

/** Revocations of completions, as they are submitted, also those that come before their completion. */
@Singleton
class Revocations extends CompletionKind<RevocationPost> {

    private final ChangePublisher publisher;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Revocations(Catalogues catalogues, ChangePublisher publisher, Clock clock) {
        super(catalogues, publisher, clock);
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return "revocations";
    }

    @Override
    public Columns columns() {
        return RevocationPost.COLUMNS;
    }

    @Override
    public ParsedItem<RevocationPost> read(Item item, Submitter submitter, String trace) {
        RevocationPost post = RevocationPost.read(item.fields());
        return parsed(item, submitter, post, post.institution(), post.completion(), trace);
    }

    @Override
    Recorded<CompletionView, Effect> record(
            Handle handle,
            Catalogue catalogue,
            Instant now,
            List<ParsedItem<RevocationPost>> items,
            boolean withEffect) {
        var recording = new Recording(handle, catalogue, now, ids);
        List<Outcome<CompletionView>> outcomes = recording.revoke(items);
        List<CompletionChange> changes = List.copyOf(recording.changes.values());
        TrainedStateChanges trained =
                publisher.publish(handle, catalogue, changes, Cause.REVOKED, now, ParsedItem.traceOf(items));
        publisher.noteStocks(handle, changes, now);
        return new Recorded<>(outcomes, withEffect ? Effect.of(handle, changes, trained) : null);
    }

    /** What one transaction revokes: it locks by reference, then by learner. */
    private static final class Recording {

        /** A completion, which may not have come yet. */
        private record Key(String institution, String reference) {}

        private final Handle handle;
        private final Catalogue catalogue;
        private final Instant now;
        private final TimeBasedEpochGenerator ids;
        private final Map<Key, Completion> current = new HashMap<>();
        private final Set<UUID> created = new HashSet<>();
        private final Map<UUID, CompletionChange> changes = new LinkedHashMap<>();
        private Map<CompletionName, Found> known = Map.of();

        private Recording(Handle handle, Catalogue catalogue, Instant now, TimeBasedEpochGenerator ids) {
            this.handle = handle;
            this.catalogue = catalogue;
            this.now = now;
            this.ids = ids;
        }

        List<Outcome<CompletionView>> revoke(List<ParsedItem<RevocationPost>> items) {
            known = CompletionName.find(
                    handle,
                    items.stream()
                            .filter(item -> item.problem().isEmpty())
                            .map(Recording::name)
                            .distinct()
                            .toList());
            Map<Key, ParsedItem<RevocationPost>> meant = new LinkedHashMap<>();
            for (ParsedItem<RevocationPost> item : items) {
                if (problem(item) == null) {
                    meant.putIfAbsent(key(item), item);
                }
            }
            revoke(meant);
            return items.stream().map(item -> outcome(item, meant)).toList();
        }

        private void revoke(Map<Key, ParsedItem<RevocationPost>> meant) {
            List<Completion> places = meant.entrySet().stream()
                    .map(one -> Completion.first(
                            ids.generate(),
                            one.getKey().institution(),
                            one.getKey().reference(),
                            null,
                            CompletionState.REVOKED,
                            null,
                            origin(one.getValue())))
                    .toList();
            created.addAll(CompletionRows.insert(handle, places));
            places.forEach(place -> current.put(new Key(place.institution(), place.reference()), place));
            List<Completion> there = places.stream()
                    .filter(place -> !created.contains(place.id()))
                    .toList();
            List<Completion> locked = CompletionRows.lock(
                    handle,
                    there.stream().map(Completion::institution).toList(),
                    there.stream().map(Completion::reference).toList());
            for (Completion before : locked) {
                Key key = new Key(before.institution(), before.reference());
                before.transitionTo(
                                before.content(), CompletionState.REVOKED, before.enrolled(), origin(meant.get(key)))
                        .ifPresent(change -> changes.put(before.id(), change));
                current.put(
                        key,
                        changes.containsKey(before.id())
                                ? changes.get(before.id()).after()
                                : before);
            }
            CompletionRows.update(
                    handle,
                    changes.values().stream().map(CompletionChange::after).toList());
        }

        private Origin origin(ParsedItem<RevocationPost> item) {
            return new Origin(
                    now,
                    Cause.REVOKED,
                    item.content().reason(),
                    item.submitter().role());
        }

        /** Of equal posts at once, the very first is the one that was kept. */
        @SuppressWarnings("ReferenceEquality")
        private Outcome<CompletionView> outcome(
                ParsedItem<RevocationPost> item, Map<Key, ParsedItem<RevocationPost>> meant) {
            Problem problem = problem(item);
            if (problem != null) {
                return new Outcome.Rejected<>(problem);
            }
            Key key = key(item);
            Completion completion = current.get(key);
            CompletionView view = CompletionView.of(completion);
            if (meant.get(key) == item && created.contains(completion.id())) {
                return new Outcome.Kept<>(201, "accepted", completion.id(), view);
            }
            return meant.get(key) == item && changes.containsKey(completion.id())
                    ? new Outcome.Kept<>(200, "accepted", completion.id(), view)
                    : new Outcome.Repeated<>(completion.id(), view);
        }

        private Problem problem(ParsedItem<RevocationPost> item) {
            if (item.problem().isPresent()) {
                return item.problem().get();
            }
            if (!catalogue.mayReport(item.actingFor())) {
                return Institutions.mayNotReport();
            }
            Found there = known.get(name(item));
            if (there != null && !there.isOf(item.actingFor())) {
                return Problem.notFound();
            }
            return doubt(item, there).orElse(null);
        }

        /** What names a completion that is there was accepted before, and so was the reason of one that is revoked. */
        private static Optional<Problem> doubt(ParsedItem<RevocationPost> item, Found there) {
            var fields = item.fields();
            if (there == null) {
                return fields.doubt();
            }
            return there.isRevoked() ? Optional.empty() : fields.doubt("institution", "completion");
        }

        /** What is not known yet is a reference: its completion is on its way. */
        private Key key(ParsedItem<RevocationPost> item) {
            Found there = known.get(name(item));
            return new Key(item.actingFor(), there == null ? item.content().completion() : there.reference());
        }

        private static CompletionName name(ParsedItem<RevocationPost> item) {
            return new CompletionName(item.actingFor(), item.content().completion());
        }
    }
}

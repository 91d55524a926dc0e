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
import kz.qadam.chassis.submission.RecordingResult;
import kz.qadam.chassis.table.Columns;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.CatalogueCache;
import kz.qadam.progress.catalogue.Institutions;
import kz.qadam.progress.completion.CompletionName.Found;
import kz.qadam.progress.learner.StateCause;
import kz.qadam.progress.learner.TrainedStateChanges;
import org.jdbi.v3.core.Handle;

/** Records submitted revocations, including those that come before their completion. */
@Singleton
class Revocations extends CompletionSubmissionKind<RevocationPost> {

    private final ChangePublisher publisher;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Revocations(CatalogueCache catalogues, ChangePublisher publisher, Clock clock) {
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
    RecordingResult<CompletionView, Effect> record(
            Handle handle,
            Catalogue catalogue,
            Instant now,
            List<ParsedItem<RevocationPost>> items,
            boolean withEffect) {
        var recording = new Recording(handle, catalogue, now, ids);
        List<Outcome<CompletionView>> outcomes = recording.revoke(items);
        List<CompletionChange> changes = List.copyOf(recording.changes.values());
        TrainedStateChanges trained =
                publisher.publish(handle, catalogue, changes, StateCause.REVOKED, now, ParsedItem.traceOf(items));
        publisher.noteStocks(handle, changes, now);
        return new RecordingResult<>(outcomes, withEffect ? Effect.of(handle, changes, trained) : null);
    }

    /** Revokes completions in one transaction. It locks first references, then learners. */
    private static final class Recording {

        /** The reference of a completion, which may not have come yet. */
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
            Map<Key, ParsedItem<RevocationPost>> firstItems = new LinkedHashMap<>();
            for (ParsedItem<RevocationPost> item : items) {
                if (problem(item) == null) {
                    firstItems.putIfAbsent(key(item), item);
                }
            }
            revoke(firstItems);
            return items.stream().map(item -> outcome(item, firstItems)).toList();
        }

        private void revoke(Map<Key, ParsedItem<RevocationPost>> firstItems) {
            List<Completion> tombstones = firstItems.entrySet().stream()
                    .map(one -> Completion.first(
                            ids.generate(),
                            one.getKey().institution(),
                            one.getKey().reference(),
                            null,
                            CompletionState.REVOKED,
                            null,
                            origin(one.getValue())))
                    .toList();
            created.addAll(CompletionRows.insert(handle, tombstones));
            tombstones.forEach(
                    tombstone -> current.put(new Key(tombstone.institution(), tombstone.reference()), tombstone));
            List<Completion> existing = tombstones.stream()
                    .filter(tombstone -> !created.contains(tombstone.id()))
                    .toList();
            List<Completion> locked = CompletionRows.lock(
                    handle,
                    existing.stream().map(Completion::institution).toList(),
                    existing.stream().map(Completion::reference).toList());
            for (Completion before : locked) {
                Key key = new Key(before.institution(), before.reference());
                before.transitionTo(
                                before.content(),
                                CompletionState.REVOKED,
                                before.enrolled(),
                                origin(firstItems.get(key)))
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

        private StateOrigin origin(ParsedItem<RevocationPost> item) {
            return new StateOrigin(
                    now,
                    StateCause.REVOKED,
                    item.content().reason(),
                    item.submitter().role());
        }

        /** Of several equal items in one transaction, the first one counts as recorded. */
        @SuppressWarnings("ReferenceEquality")
        private Outcome<CompletionView> outcome(
                ParsedItem<RevocationPost> item, Map<Key, ParsedItem<RevocationPost>> firstItems) {
            Problem problem = problem(item);
            if (problem != null) {
                return new Outcome.Rejected<>(problem);
            }
            Key key = key(item);
            Completion completion = current.get(key);
            CompletionView view = CompletionView.of(completion);
            if (firstItems.get(key) == item && created.contains(completion.id())) {
                return new Outcome.Kept<>(201, "accepted", completion.id(), view);
            }
            return firstItems.get(key) == item && changes.containsKey(completion.id())
                    ? new Outcome.Kept<>(200, "accepted", completion.id(), view)
                    : new Outcome.Repeated<>(completion.id(), view);
        }

        private Problem problem(ParsedItem<RevocationPost> item) {
            if (item.problem().isPresent()) {
                return item.problem().get();
            }
            if (!catalogue.isActive(item.actingFor())) {
                return Institutions.notActiveProblem();
            }
            Found found = known.get(name(item));
            if (found != null && !found.belongsTo(item.actingFor())) {
                return Problem.notFound();
            }
            return doubt(item, found).orElse(null);
        }

        /**
         * A text that names an existing completion was accepted with that completion, and the reason of a revoked one
         * was accepted with its revocation: these are not checked again.
         */
        private static Optional<Problem> doubt(ParsedItem<RevocationPost> item, Found found) {
            var fields = item.fields();
            if (found == null) {
                return fields.doubt();
            }
            return found.isRevoked() ? Optional.empty() : fields.doubt("institution", "completion");
        }

        /** A name that is not known yet is taken as a reference: its completion may come later. */
        private Key key(ParsedItem<RevocationPost> item) {
            Found found = known.get(name(item));
            return new Key(item.actingFor(), found == null ? item.content().completion() : found.reference());
        }

        private static CompletionName name(ParsedItem<RevocationPost> item) {
            return new CompletionName(item.actingFor(), item.content().completion());
        }
    }
}

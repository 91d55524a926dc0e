package kz.qadam.progress.completion;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.submission.Outcome;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.chassis.submission.RecordingResult;
import kz.qadam.progress.catalogue.AlmatyTime;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.Institutions;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentName;
import kz.qadam.progress.enrolment.Enrolments;
import kz.qadam.progress.learner.StateCause;
import kz.qadam.progress.learner.TrainedStateChanges;
import kz.qadam.progress.tally.Tallies;
import kz.qadam.progress.tally.TallyDelta;
import org.jdbi.v3.core.Handle;

/** Records completions in one transaction. It locks first the names of enrolments, then references, then learners. */
final class CompletionRecording {

    /** A reference of an institution; several items of one transaction may have the same. */
    private record Key(String institution, String reference) {}

    private final Handle handle;
    private final ChangePublisher publisher;
    private final Tallies tallies;
    private final TimeBasedEpochGenerator ids;
    private final Instant now;
    private final Catalogue catalogue;
    private final List<CompletionChange> changes = new ArrayList<>();
    private final Set<UUID> created = new HashSet<>();
    private Map<EnrolmentName, Enrolment> enrolments = Map.of();

    CompletionRecording(
            Handle handle,
            Catalogue catalogue,
            Instant now,
            ChangePublisher publisher,
            Tallies tallies,
            TimeBasedEpochGenerator ids) {
        this.handle = handle;
        this.publisher = publisher;
        this.tallies = tallies;
        this.ids = ids;
        this.now = now;
        this.catalogue = catalogue;
    }

    RecordingResult<CompletionView, Effect> record(List<ParsedItem<CompletionPost>> sent, boolean withEffect) {
        List<ParsedItem<CompletionPost>> items = FormerlyAcceptedTexts.rejectNewDoubtful(handle, sent);
        Map<Key, ParsedItem<CompletionPost>> first = new LinkedHashMap<>();
        for (ParsedItem<CompletionPost> item : items) {
            if (item.problem().isEmpty() && catalogue.isActive(item.actingFor())) {
                first.putIfAbsent(key(item), item);
            }
        }
        Map<Key, Completion> current = insertNew(first);
        DuplicateCheck earlier = DuplicateCheck.of(handle, current.values(), enrolments);
        List<Outcome<CompletionView>> outcomes = items.stream()
                .map(item -> catalogue.isActive(item.actingFor())
                        ? outcome(item, first.get(key(item)), current, earlier)
                        : new Outcome.Rejected<CompletionView>(Institutions.notActiveProblem()))
                .toList();
        TrainedStateChanges trained =
                publisher.publish(handle, catalogue, changes, StateCause.REPORTED, now, ParsedItem.traceOf(items));
        tallies.note(handle, AlmatyTime.dayOf(now), deltas(items, outcomes));
        return new RecordingResult<>(outcomes, withEffect ? Effect.of(handle, changes, trained) : null);
    }

    /** Inserts the new completions; returns the current completion of each reference. */
    private Map<Key, Completion> insertNew(Map<Key, ParsedItem<CompletionPost>> posts) {
        if (posts.isEmpty()) {
            return Map.of();
        }
        enrolments = Enrolments.lock(handle, names(posts.values()));
        List<Completion> newCompletions =
                posts.values().stream().map(this::completion).toList();
        Set<UUID> inserted = CompletionRows.insert(handle, newCompletions);
        Map<Key, Completion> current = new HashMap<>();
        created.addAll(inserted);
        List<Completion> notInserted = new ArrayList<>();
        for (Completion completion : newCompletions) {
            if (inserted.contains(completion.id())) {
                changes.add(new CompletionChange(null, completion));
                current.put(new Key(completion.institution(), completion.reference()), completion);
            } else {
                notInserted.add(completion);
            }
        }
        current.putAll(lockExisting(notInserted, posts));
        return current;
    }

    /** Locks the completions whose references existed before. A tombstone now gets its content. */
    private Map<Key, Completion> lockExisting(
            List<Completion> notInserted, Map<Key, ParsedItem<CompletionPost>> posts) {
        Map<Key, Completion> existing = new HashMap<>();
        if (notInserted.isEmpty()) {
            return existing;
        }
        List<Completion> filled = new ArrayList<>();
        List<Completion> locked = CompletionRows.lock(
                handle,
                notInserted.stream().map(Completion::institution).toList(),
                notInserted.stream().map(Completion::reference).toList());
        for (Completion before : locked) {
            Key key = new Key(before.institution(), before.reference());
            Completion current = before;
            if (before.isTombstone()) {
                Completion posted = completion(posts.get(key));
                CompletionChange change = before.transitionTo(
                                posted.content(), CompletionState.REVOKED, posted.enrolled(), posted.origin())
                        .orElseThrow();
                changes.add(change);
                current = change.after();
                filled.add(current);
                created.add(current.id());
            }
            existing.put(key, current);
        }
        CompletionRows.update(handle, filled);
        return existing;
    }

    private Completion completion(ParsedItem<CompletionPost> item) {
        CompletionPost post = item.content();
        Enrolment enrolment = enrolments.get(name(item));
        return Completion.first(
                ids.generate(),
                item.actingFor(),
                post.reference(),
                post.content(),
                CompletionState.of(post.completedOn(), enrolment, catalogue.days()),
                EnrolmentAttributes.by(enrolment),
                new StateOrigin(now, StateCause.REPORTED, null, item.submitter().role()));
    }

    /** Of several equal items in one transaction, the first one counts as recorded. */
    @SuppressWarnings("ReferenceEquality")
    private Outcome<CompletionView> outcome(
            ParsedItem<CompletionPost> item,
            ParsedItem<CompletionPost> first,
            Map<Key, Completion> current,
            DuplicateCheck earlier) {
        if (item.problem().isPresent()) {
            return new Outcome.Rejected<>(item.problem().get());
        }
        Completion completion = current.get(key(item));
        if (item == first && created.contains(completion.id())) {
            return new Outcome.Kept<>(201, verdict(completion), completion.id(), CompletionView.of(completion));
        }
        List<Fault> differences = earlier.differences(completion, item.content().content()).stream()
                .map(name -> item.fields().fault(name, "differs"))
                .toList();
        return differences.isEmpty()
                ? new Outcome.Repeated<>(completion.id(), CompletionView.of(completion))
                : new Outcome.Rejected<>(new Problem(ProblemType.REFERENCE_CONFLICT, differences));
    }

    /** A completion that was revoked before it came is recorded and does not count, as a refused one. */
    private static String verdict(Completion completion) {
        return completion.isRevoked()
                ? Status.REFUSED.word()
                : completion.state().status().word();
    }

    private Stream<TallyDelta> deltas(List<ParsedItem<CompletionPost>> items, List<Outcome<CompletionView>> outcomes) {
        Stream<TallyDelta> received = IntStream.range(0, items.size())
                .filter(i -> items.get(i).actingFor() != null)
                .mapToObj(i -> TallyDelta.ofVerdict(
                        items.get(i).actingFor(),
                        !items.get(i).submitter().isOffice(),
                        outcomes.get(i).verdict()));
        Stream<TallyDelta> stocks = changes.stream()
                .map(c -> TallyDelta.ofStocks(c.after().institution(), c.pendingChange(), c.refusedChange()));
        return Stream.concat(received, stocks);
    }

    private static SortedSet<EnrolmentName> names(Collection<ParsedItem<CompletionPost>> items) {
        SortedSet<EnrolmentName> names = new TreeSet<>();
        items.forEach(item -> names.add(name(item)));
        return names;
    }

    private static EnrolmentName name(ParsedItem<CompletionPost> item) {
        return new EnrolmentName(item.actingFor(), item.content().enrolment());
    }

    private static Key key(ParsedItem<CompletionPost> item) {
        return new Key(item.actingFor(), item.content().reference());
    }
}

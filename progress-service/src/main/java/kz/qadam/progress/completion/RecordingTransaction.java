package kz.qadam.progress.completion;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.progress.catalogue.Almaty;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.Institutions;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentName;
import kz.qadam.progress.enrolment.Enrolments;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.learner.Judged;
import kz.qadam.progress.tally.Tallies;
import kz.qadam.progress.tally.TallyDelta;
import org.jdbi.v3.core.Handle;

/** One transaction that records completions: locks by name of the enrolment, then by reference, then by learner. */
final class RecordingTransaction {

    /** One reference, which may have been sent several times at once. */
    private record Key(String institution, String reference) {}

    private final Handle handle;
    private final Consequences consequences;
    private final Tallies tallies;
    private final TimeBasedEpochGenerator ids;
    private final Instant now;
    private final Catalogue catalogue;
    private final List<Change> changes = new ArrayList<>();
    private final Set<UUID> created = new HashSet<>();
    private Judged judged;
    private Map<EnrolmentName, Enrolment> enrolments = Map.of();

    RecordingTransaction(
            Handle handle,
            Catalogue catalogue,
            Consequences consequences,
            Tallies tallies,
            Clock clock,
            TimeBasedEpochGenerator ids) {
        this.handle = handle;
        this.consequences = consequences;
        this.tallies = tallies;
        this.ids = ids;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        this.catalogue = catalogue;
    }

    List<Outcome<CompletionView>> record(List<Reading<CompletionPost>> sent) {
        List<Reading<CompletionPost>> readings = AcceptedBefore.judge(handle, sent);
        Map<Key, Reading<CompletionPost>> first = new LinkedHashMap<>();
        for (Reading<CompletionPost> reading : readings) {
            if (reading.problem().isEmpty() && catalogue.mayReport(reading.institution())) {
                first.putIfAbsent(key(reading), reading);
            }
        }
        Map<Key, Completion> standing = keep(first);
        SameReference earlier = SameReference.of(handle, standing.values(), enrolments);
        List<Outcome<CompletionView>> outcomes = readings.stream()
                .map(reading -> catalogue.mayReport(reading.institution())
                        ? outcome(reading, first.get(key(reading)), standing, earlier)
                        : new Outcome.Rejected<CompletionView>(Institutions.mayNotReport()))
                .toList();
        judged = consequences.follow(handle, catalogue, changes, Cause.REPORTED, now, Reading.traceOf(readings));
        tallies.note(handle, Almaty.dayOf(now), deltas(readings, outcomes));
        return outcomes;
    }

    /** What it brought about, to be asked before the transaction ends. */
    Effect effect() {
        return Effect.of(handle, changes, judged);
    }

    /** Writes what is new; returns how each reference then stands. */
    private Map<Key, Completion> keep(Map<Key, Reading<CompletionPost>> posts) {
        if (posts.isEmpty()) {
            return Map.of();
        }
        enrolments = Enrolments.hold(handle, names(posts.values()));
        List<Completion> fresh = posts.values().stream().map(this::completion).toList();
        Set<UUID> inserted = CompletionWrites.insert(handle, fresh);
        Map<Key, Completion> standing = new HashMap<>();
        created.addAll(inserted);
        List<Completion> taken = new ArrayList<>();
        for (Completion completion : fresh) {
            if (inserted.contains(completion.id())) {
                changes.add(new Change(null, completion));
                standing.put(new Key(completion.institution(), completion.reference()), completion);
            } else {
                taken.add(completion);
            }
        }
        standing.putAll(settled(taken, posts));
        return standing;
    }

    /** Those whose reference was there before; what was revoked before it came now gets its content. */
    private Map<Key, Completion> settled(List<Completion> taken, Map<Key, Reading<CompletionPost>> posts) {
        Map<Key, Completion> settled = new HashMap<>();
        if (taken.isEmpty()) {
            return settled;
        }
        List<Completion> filled = new ArrayList<>();
        List<Completion> there = Completions.lock(
                handle,
                taken.stream().map(Completion::institution).toList(),
                taken.stream().map(Completion::reference).toList());
        for (Completion before : there) {
            Key key = new Key(before.institution(), before.reference());
            Completion current = before;
            if (before.isAwaited()) {
                Completion posted = completion(posts.get(key));
                Change change = before.become(posted.content(), Standing.REVOKED, posted.enrolled(), posted.origin())
                        .orElseThrow();
                changes.add(change);
                current = change.after();
                filled.add(current);
                created.add(current.id());
            }
            settled.put(key, current);
        }
        CompletionWrites.update(handle, filled);
        return settled;
    }

    private Completion completion(Reading<CompletionPost> reading) {
        CompletionPost post = reading.post();
        Enrolment enrolment = enrolments.get(name(reading));
        return Completion.first(
                ids.generate(),
                reading.institution(),
                post.reference(),
                post.content(),
                Standing.of(post.completedOn(), enrolment, catalogue.days()),
                Enrolled.by(enrolment),
                new Origin(now, Cause.REPORTED, null, reading.role()));
    }

    /** Of equal posts at once, the very first is the one that was kept. */
    @SuppressWarnings("ReferenceEquality")
    private Outcome<CompletionView> outcome(
            Reading<CompletionPost> reading,
            Reading<CompletionPost> first,
            Map<Key, Completion> standing,
            SameReference earlier) {
        if (reading.problem().isPresent()) {
            return new Outcome.Rejected<>(reading.problem().get());
        }
        Completion completion = standing.get(key(reading));
        if (reading == first && created.contains(completion.id())) {
            return new Outcome.Kept<>(201, verdict(completion), completion.id(), CompletionView.of(completion));
        }
        List<Fault> differences = earlier.differences(completion, reading.post().content()).stream()
                .map(name -> reading.item().fields().fault(name, "differs"))
                .toList();
        return differences.isEmpty()
                ? new Outcome.Repeated<>(completion.id(), CompletionView.of(completion))
                : new Outcome.Rejected<>(new Problem(ProblemType.REFERENCE_CONFLICT, differences));
    }

    /** One that was revoked before it came is kept and does not count, as a refused one. */
    private static String verdict(Completion completion) {
        return completion.isRevoked()
                ? Status.REFUSED.word()
                : completion.standing().status().word();
    }

    private Stream<TallyDelta> deltas(List<Reading<CompletionPost>> readings, List<Outcome<CompletionView>> outcomes) {
        Stream<TallyDelta> received = IntStream.range(0, readings.size())
                .filter(i -> readings.get(i).institution() != null)
                .mapToObj(i -> TallyDelta.ofVerdict(
                        readings.get(i).institution(),
                        readings.get(i).isInstitutionOfToken(),
                        outcomes.get(i).verdict()));
        Stream<TallyDelta> stocks = changes.stream()
                .map(c -> TallyDelta.ofStocks(c.after().institution(), c.pendingChange(), c.refusedChange()));
        return Stream.concat(received, stocks);
    }

    private static SortedSet<EnrolmentName> names(Collection<Reading<CompletionPost>> readings) {
        SortedSet<EnrolmentName> names = new TreeSet<>();
        readings.forEach(reading -> names.add(name(reading)));
        return names;
    }

    private static EnrolmentName name(Reading<CompletionPost> reading) {
        return new EnrolmentName(reading.institution(), reading.post().enrolment());
    }

    private static Key key(Reading<CompletionPost> reading) {
        return new Key(reading.institution(), reading.post().reference());
    }
}

package kz.qadam.progress.completion;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.progress.catalogue.CatalogueCache;
import kz.qadam.progress.completion.Completion.CompletionChange;
import kz.qadam.progress.completion.Completion.CompletionKey;
import kz.qadam.progress.completion.Completion.EnrolmentMembers;
import kz.qadam.progress.completion.Completion.StateOrigin;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentCopies;
import kz.qadam.progress.enrolment.EnrolmentCopies.EnrolmentName;
import kz.qadam.progress.learner.JudgingTransaction;
import kz.qadam.progress.learner.StateChangeCause;
import kz.qadam.progress.tally.Tallies.TallyDelta;
import org.jdbi.v3.core.Handle;

/** Records submitted completions. It locks first the names of enrolments, then references, then learners. */
@Singleton
class NewCompletions extends CompletionSubmissionKind<CompletionPost> {

    private final CompletionsByPlatformAccount accounts;
    private final MeterProvider<Counter> verdicts;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    NewCompletions(
            CompletionsByPlatformAccount accounts,
            CatalogueCache catalogues,
            LearnerJudging judging,
            Clock clock,
            MeterRegistry metrics) {
        super("completions", CompletionPost.READER, StateChangeCause.REPORTED, catalogues, judging, clock);
        this.accounts = accounts;
        this.verdicts = Counter.builder("qadam.completions")
                .description("Completions that were sent, by verdict")
                .withRegistry(metrics);
    }

    @Override
    public Columns columns() {
        return CompletionPost.COLUMNS;
    }

    @Override
    public Optional<String> importPath() {
        return Optional.of(CompletionImportResource.PATH);
    }

    @Override
    public Optional<String> uploadPath() {
        return Optional.of(CompletionUploadPage.PATH);
    }

    @Override
    Recorded record(JudgingTransaction transaction, List<ParsedItem<CompletionPost>> sent, boolean isDryRun) {
        Handle handle = transaction.handle();
        List<ParsedItem<CompletionPost>> items = underReferences(handle, accounts.named(handle, sent));
        Map<CompletionKey, ParsedItem<CompletionPost>> first = firstItems(items, NewCompletions::key);
        Map<EnrolmentName, Enrolment> enrolments = EnrolmentCopies.lock(
                handle,
                first.values().stream().map(NewCompletions::enrolment).collect(Collectors.toCollection(TreeSet::new)));
        Map<CompletionKey, Completion> current = new LinkedHashMap<>();
        first.forEach(
                (key, item) -> current.put(key, completion(transaction, key, item, enrolments.get(enrolment(item)))));
        Map<CompletionKey, Completion> asSent = isDryRun ? Map.copyOf(current) : Map.of();
        CompletionRows.Written written = CompletionRows.insertOrChange(handle, current, NewCompletions::filled);
        Map<CompletionKey, CompletionChange> changes = written.changes();
        ResubmissionCheck earlier = ResubmissionCheck.of(handle, current.values(), enrolments);
        fill(handle, first, current, written, earlier);
        List<Outcome<CompletionView>> outcomes = items.stream()
                .map(item -> item.outcome(() -> {
                    CompletionKey key = key(item);
                    Completion completion = current.get(key);
                    if (isFirst(item, first, key) && changes.containsKey(key)) {
                        return recorded(completion);
                    }
                    return written.blocked().contains(key)
                            ? ofBlockedLearner(item, asSent.get(key), completion, earlier, isDryRun)
                            : sentAgain(item, completion, earlier, isDryRun);
                }))
                .toList();
        return new Recorded(outcomes, changes.values());
    }

    /** Items without a reference get those that are derived for them: from the reference of the enrolment, if it is known. */
    private static List<ParsedItem<CompletionPost>> underReferences(
            Handle handle, List<ParsedItem<CompletionPost>> items) {
        Predicate<ParsedItem<CompletionPost>> isWithout =
                item -> item.problem().isEmpty() && item.content().reference() == null;
        if (items.stream().noneMatch(isWithout)) {
            return items;
        }
        Map<EnrolmentName, Enrolment> known = EnrolmentCopies.find(
                handle,
                items.stream().filter(isWithout).map(NewCompletions::enrolment).collect(Collectors.toSet()));
        return items.stream()
                .map(item -> isWithout.test(item) ? underReference(item, known.get(enrolment(item))) : item)
                .toList();
    }

    private static ParsedItem<CompletionPost> underReference(ParsedItem<CompletionPost> item, Enrolment enrolment) {
        String of = enrolment == null ? item.content().enrolment() : enrolment.reference();
        CompletionPost named = item.content().underDerivedReference(item.actingFor(), of);
        return item.as(named, named.reference());
    }

    private Completion completion(
            JudgingTransaction transaction, CompletionKey key, ParsedItem<CompletionPost> item, Enrolment enrolment) {
        CompletionContent content = item.content().content();
        return Completion.first(
                ids.generate(),
                key,
                content,
                CompletionState.of(
                        content.completedOn(),
                        enrolment,
                        transaction.catalogue().days()),
                EnrolmentMembers.of(enrolment),
                StateOrigin.stated(transaction, null, item.submitter()));
    }

    /**
     * A tombstone now gets its content, and a completion the name of the enrolment for which it waits, if nobody knows it any
     * more; any other completion stays as it is.
     */
    private static Optional<CompletionChange> filled(Completion before, Completion posted) {
        if (before.isTombstone()) {
            return before.transitionTo(posted.content(), CompletionState.REVOKED, posted.enrolled(), posted.origin());
        }
        return before.content().hasUnknownName()
                ? before.transitionTo(posted.content(), posted.state(), posted.enrolled(), posted.origin())
                : Optional.empty();
    }

    /** What was not published of a completion is known again when its institution sends it again. */
    private static void fill(
            Handle handle,
            Map<CompletionKey, ParsedItem<CompletionPost>> first,
            Map<CompletionKey, Completion> current,
            CompletionRows.Written written,
            ResubmissionCheck earlier) {
        List<CompletionKey> sentAgain = first.keySet().stream()
                .filter(key -> !written.changes().containsKey(key)
                        && !written.blocked().contains(key))
                .toList();
        Set<UUID> notFilled = AdoptedCompletions.notFilled(
                handle, sentAgain.stream().map(key -> current.get(key).id()).toList());
        List<Completion> filled = new ArrayList<>();
        for (CompletionKey key : sentAgain) {
            Completion completion = current.get(key);
            CompletionContent sent = first.get(key).content().content();
            if (notFilled.contains(completion.id()) && earlier.differsInDetailsAtMost(completion, sent)) {
                filled.add(completion.withContent(sent));
            }
        }
        AdoptedCompletions.fill(handle, filled);
        filled.forEach(one -> current.put(one.key(), one));
    }

    /** A completion that was revoked before it came is recorded and does not count, as a refused one. */
    private static Outcome<CompletionView> recorded(Completion completion) {
        CompletionStatus verdict = completion.isRevoked()
                ? CompletionStatus.REFUSED
                : completion.state().status();
        return new Outcome.Kept<>(201, verdict.word(), completion.id(), CompletionView.of(completion));
    }

    /**
     * Institutions are not shown completions of a blocked learner: a dry run, which does not say who is blocked, shows
     * what was sent.
     */
    private static Outcome<CompletionView> ofBlockedLearner(
            ParsedItem<CompletionPost> item,
            Completion sent,
            Completion held,
            ResubmissionCheck earlier,
            boolean isDryRun) {
        if (!isDryRun) {
            return new Outcome.Rejected<>(
                    new Problem(ProblemType.RULE_VIOLATED, item.fields().fault("enrolment", Outcome.Rejected.BLOCKED)));
        }
        return sentAgain(item, held, earlier, true) instanceof Outcome.Rejected<CompletionView> conflict
                ? conflict
                : new Outcome.Repeated<>(held.id(), CompletionView.of(sent).withId(held.id()));
    }

    private static Outcome<CompletionView> sentAgain(
            ParsedItem<CompletionPost> item, Completion completion, ResubmissionCheck earlier, boolean isDryRun) {
        List<Fault> differences = earlier.differences(completion, compared(item, completion)).stream()
                .map(name -> difference(item, completion, name, isDryRun))
                .toList();
        return differences.isEmpty()
                ? new Outcome.Repeated<>(completion.id(), CompletionView.of(completion))
                : new Outcome.Rejected<>(new Problem(ProblemType.REFERENCE_CONFLICT, differences));
    }

    /** Statements of a platform have no details: a table beside them does not contradict them by its own. */
    private static CompletionContent compared(ParsedItem<CompletionPost> item, Completion completion) {
        CompletionContent sent = item.content().content();
        boolean isWithout =
                completion.content() != null && completion.content().details().equals(CompletionDetails.NONE);
        return item.content().by().hasAccount() && isWithout ? sent.withDetailsOf(completion.content()) : sent;
    }

    /** Both days; but a dry run, which does not say who is blocked, shows nothing that is held. */
    private static Fault difference(
            ParsedItem<CompletionPost> item, Completion completion, String name, boolean isDryRun) {
        boolean isOnOtherDay = name.equals("completedOn") && !isDryRun;
        return isOnOtherDay
                ? item.fields()
                        .fault(
                                name,
                                "differs/days",
                                completion.content().completedOn().toString(),
                                item.content().completedOn().toString())
                : item.fields()
                        .fault(
                                item.content().by().hasAccount() && name.equals("enrolment")
                                        ? NamedByPlatformAccount.ACCOUNT
                                        : name,
                                "differs");
    }

    @Override
    public String derivedReference(CompletionView view) {
        return view.reference();
    }

    @Override
    Stream<TallyDelta> tallied(List<ParsedItem<CompletionPost>> items, List<Outcome<CompletionView>> outcomes) {
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).actingFor() != null)
                .mapToObj(i -> TallyDelta.ofVerdict(
                        items.get(i).actingFor(),
                        !items.get(i).submitter().isOffice(),
                        outcomes.get(i).verdict()));
    }

    @Override
    public void committed(List<Outcome<CompletionView>> outcomes) {
        for (Outcome<CompletionView> outcome : outcomes) {
            verdicts.withTag("verdict", outcome.verdict()).increment();
        }
    }

    static EnrolmentName enrolment(ParsedItem<CompletionPost> item) {
        return new EnrolmentName(item.actingFor(), item.content().enrolment());
    }

    static CompletionKey key(ParsedItem<CompletionPost> item) {
        return new CompletionKey(item.actingFor(), item.content().reference());
    }
}

package kz.qadam.chassis.submissions.submission;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.events.kafka.Traces;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.http.table.TableTranslator;
import kz.qadam.chassis.submissions.profiles.TableProfiles;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.Trail;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;

/**
 * Processes all submissions in the same way: single items, batches, dry runs and imported files. Who may submit is
 * decided before anything else is read.
 */
@ApplicationScoped
public class Submissions {

    private final Batch batch;
    private final TableProfiles profiles;
    private final Caller caller;
    private final Recording recording;
    private final Trail trail;
    private final Database database;
    private final DryRuns dryRuns;
    private final GroupCommitConfig config;
    private final ConcurrentMap<String, GroupCommit<?, ?>> groups = new ConcurrentHashMap<>();

    Submissions(
            Batch batch,
            TableProfiles profiles,
            Caller caller,
            Recording recording,
            Trail trail,
            Database database,
            DryRuns dryRuns,
            GroupCommitConfig config) {
        this.batch = batch;
        this.profiles = profiles;
        this.caller = caller;
        this.recording = recording;
        this.trail = trail;
        this.database = database;
        this.dryRuns = dryRuns;
        this.config = config;
    }

    @PreDestroy
    void close() {
        groups.values().forEach(GroupCommit::close);
    }

    /** Records one item in a separate transaction, or shows its effect in a dry run; answers after the commit. */
    public <P, V, E> RestResponse<?> one(SubmissionKind<P, V, E> kind, byte[] body, SingleItemParameters query) {
        Submitter submitter = caller.submitter();
        BatchOptions options = query.options();
        ParsedItem<P> item = kind.read(batch.single(body), submitter, Traces.current());
        return options.dryRun()
                ? RestResponse.ok(kind.preview(dryRun(kind, List.of(item), options)))
                : recordTogether(kind, List.of(sent(item))).get(0).answer(kind.location());
    }

    /** The same in a group commit, together with other items of the same moment; does not block. */
    public <P, V, E> CompletionStage<RestResponse<?>> grouped(
            SubmissionKind<P, V, E> kind, byte[] body, SingleItemParameters query) {
        Submitter submitter = caller.submitter();
        BatchOptions options = query.options();
        ParsedItem<P> item = kind.read(batch.single(body), submitter, Traces.current());
        String owner = item.submitter().shareName();
        return options.dryRun()
                ? dryRuns.run(owner, () -> RestResponse.ok(kind.preview(dryRun(kind, List.of(item), options))))
                : group(kind).submit(owner, sent(item)).thenApply(outcome -> outcome.answer(kind.location()));
    }

    private <P> ItemWithActorAction<P> sent(ParsedItem<P> item) {
        recording.markAdded();
        return new ItemWithActorAction<>(item, recording.origin());
    }

    /** Records many items in one transaction, or shows their effect in a dry run; answers after the commit. */
    public <P, V, E> Object many(SubmissionKind<P, V, E> kind, byte[] body, BatchParameters query) {
        return many(kind, body, query, null);
    }

    /**
     * The same; the items may be rows of a table that another system has made.
     *
     * @param profile the profile by which the table is read: see {@link TableProfiles}; or null
     */
    public <P, V, E> Object many(SubmissionKind<P, V, E> kind, byte[] body, BatchParameters query, String profile) {
        Submitter submitter = caller.submitter();
        BatchOptions options = query.options();
        MediaType type = query.mediaType();
        Table sent = read(kind, body, type, submitter, profile);
        return many(kind, sent.items(), sent.leftOut(), submitter, options, query.wantsTable());
    }

    /** What would become of the rows of a file, which another system may have made. */
    public <P, V, E> BatchAnswer check(
            SubmissionKind<P, V, E> kind, byte[] file, MediaType type, String profile, Language language) {
        Submitter submitter = caller.submitter();
        return check(kind, read(kind, file, type, submitter, profile), submitter, language);
    }

    /** The same for the rows of a CSV that are read by a translation which nobody has saved. */
    public <P, V, E> BatchAnswer check(
            SubmissionKind<P, V, E> kind, byte[] csv, TableTranslator translator, Language language) {
        Batch.Translated table = batch.items(csv, MediaType.valueOf(Batch.CSV), kind.columns(), translator);
        return check(kind, new Table(table.items(), table.leftOut()), caller.submitter(), language);
    }

    private <P, V, E> BatchAnswer check(
            SubmissionKind<P, V, E> kind, Table sent, Submitter submitter, Language language) {
        var options = new BatchOptions(true, false, language);
        List<ParsedItem<P>> items = parse(kind, sent.items(), submitter, Traces.current());
        return answer(kind, options, items, dryRun(kind, items, options).outcomes())
                .leavingOut(sent.leftOut());
    }

    /** @param leftOut how many rows the profile has left out; null without a profile */
    private record Table(List<Item> items, Integer leftOut) {}

    private Table read(SubmissionKind<?, ?, ?> kind, byte[] body, MediaType type, Submitter submitter, String profile) {
        var translator = profiles.find(kind.name(), kind.columns(), submitter, profile);
        if (translator.isEmpty()) {
            return new Table(batch.items(body, type, kind.columns()), null);
        }
        Batch.Translated table = batch.items(body, type, kind.columns(), translator.get());
        return new Table(table.items(), table.leftOut());
    }

    /** The same for a table that a page has made: as CSV, in the columns of its kind. */
    public <P, V, E> Object table(SubmissionKind<P, V, E> kind, byte[] csv, BatchOptions options) {
        List<Item> rows = batch.items(csv, MediaType.valueOf(Batch.CSV), kind.columns());
        return many(kind, rows, null, caller.submitter(), options, false);
    }

    /**
     * What would become of one item that a page has read from a form.
     *
     * @throws Problem if it would be rejected
     */
    public <P, V, E> Tried<V, E> tried(SubmissionKind<P, V, E> kind, ItemFields form) {
        SubmissionKind.Result<V, E> result = dryRun(kind, List.of(parsed(kind, form)), BatchOptions.DEFAULT);
        return new Tried<>(result.outcomes().get(0).view(), result.effect());
    }

    /**
     * Records one item that a page has read from a form, in a separate transaction.
     *
     * @throws Problem if nothing was kept
     */
    public <P, V, E> V form(SubmissionKind<P, V, E> kind, ItemFields form) {
        return recordTogether(kind, List.of(sent(parsed(kind, form)))).get(0).view();
    }

    private <P, V, E> ParsedItem<P> parsed(SubmissionKind<P, V, E> kind, ItemFields form) {
        return kind.read(new Item(0, null, null, null, form), caller.submitter(), Traces.current());
    }

    /**
     * What would become of one item; nothing was kept.
     *
     * @param view the resource as it would be
     */
    public record Tried<V, E>(V view, E effect) {}

    private <P, V, E> Object many(
            SubmissionKind<P, V, E> kind,
            List<Item> sent,
            Integer leftOut,
            Submitter submitter,
            BatchOptions options,
            boolean asTable) {
        List<ParsedItem<P>> items = parse(kind, sent, submitter, Traces.current());
        if (options.dryRun()) {
            SubmissionKind.Result<V, E> result = dryRun(kind, items, options);
            return kind.preview(
                    result, answer(kind, options, items, result.outcomes()).leavingOut(leftOut), asTable);
        }
        ActorAction origin = recording.origin();
        List<Outcome<V>> outcomes = database.transaction(
                handle -> {
                    List<Outcome<V>> recorded =
                            recordEach(kind, handle, items, false).outcomes();
                    trail.addWrites(handle, ItemWithActorAction.kept(recorded, outcome -> origin));
                    BlockedPersonVerdicts.addTo(trail, handle, recorded, outcome -> origin);
                    return recorded;
                },
                options::commits);
        if (options.commits(outcomes)) {
            recording.markAdded();
        } else if (!BlockedPersonVerdicts.isRefusedAnyway(options, outcomes)) {
            database.transaction(handle -> {
                BlockedPersonVerdicts.addTo(trail, handle, outcomes, outcome -> origin);
                return null;
            });
        }
        return answer(kind, options, items, outcomes).leavingOut(leftOut);
    }

    private static <P, V, E> BatchAnswer answer(
            SubmissionKind<P, V, E> kind, BatchOptions options, List<ParsedItem<P>> items, List<Outcome<V>> outcomes) {
        return BatchAnswer.of(kind.keptVerdicts(), options, items, outcomes, kind::derivedReference, kind::details);
    }

    /**
     * Records items like a batch, in a transaction of the caller.
     *
     * @param trace the traceparent of the request that sent them, or null
     */
    public <P, V, E> List<Outcome<V>> record(
            SubmissionKind<P, V, E> kind, Handle transaction, List<Item> items, Submitter submitter, String trace) {
        return recordEach(kind, transaction, parse(kind, items, submitter, trace), false)
                .outcomes();
    }

    private static <P, V, E> List<ParsedItem<P>> parse(
            SubmissionKind<P, V, E> kind, List<Item> items, Submitter submitter, String trace) {
        return items.stream().map(item -> kind.read(item, submitter, trace)).toList();
    }

    /** Records items that were submitted one by one; if they cannot be kept together, none is kept. */
    private <P, V, E> List<Outcome<V>> recordTogether(SubmissionKind<P, V, E> kind, List<ItemWithActorAction<P>> sent) {
        List<ParsedItem<P>> items = sent.stream().map(ItemWithActorAction::item).toList();
        return database.transactionOfFewRows(handle -> {
            List<Outcome<V>> recorded = kind.record(handle, items, false).outcomes();
            database.afterCommit(handle, () -> kind.committed(recorded));
            trail.addWrites(
                    handle,
                    ItemWithActorAction.kept(recorded, index -> sent.get(index).origin()));
            BlockedPersonVerdicts.addTo(
                    trail, handle, recorded, index -> sent.get(index).origin());
            return recorded;
        });
    }

    @SuppressWarnings("unchecked") // Each kind has a unique name, so its group has the types of the kind.
    private <P, V, E> GroupCommit<ItemWithActorAction<P>, Outcome<V>> group(SubmissionKind<P, V, E> kind) {
        return (GroupCommit<ItemWithActorAction<P>, Outcome<V>>) groups.computeIfAbsent(
                kind.name(),
                name -> new GroupCommit<ItemWithActorAction<P>, Outcome<V>>(
                        name,
                        config.capacity(),
                        config.shareOfSubmitter(),
                        config.most(),
                        items -> recordTogether(kind, items)));
    }

    /** Records the items in the same way, and rolls the transaction back. */
    private <P, V, E> SubmissionKind.Result<V, E> dryRun(
            SubmissionKind<P, V, E> kind, List<ParsedItem<P>> items, BatchOptions options) {
        return database.transaction(
                handle -> {
                    if (items.size() == 1) {
                        DryRuns.waitBriefly(handle);
                    }
                    SubmissionKind.Result<V, E> recorded = recordEach(kind, handle, items, true);
                    boolean isNothingKept = options.isRefusedAsAWhole(recorded.outcomes());
                    return new SubmissionKind.Result<>(
                            recorded.outcomes(), isNothingKept ? kind.total(List.of()) : recorded.effect());
                },
                result -> false);
    }

    /** Records the items; an item that the database refuses is rejected alone. */
    private <P, V, E> SubmissionKind.Result<V, E> recordEach(
            SubmissionKind<P, V, E> kind, Handle handle, List<ParsedItem<P>> items, boolean isDryRun) {
        List<E> effects = new ArrayList<>();
        var writer = new BisectingWriter<ParsedItem<P>, Outcome<V>>(
                handle,
                some -> {
                    SubmissionKind.Result<V, E> recorded = kind.record(handle, some, isDryRun);
                    if (isDryRun) {
                        effects.add(recorded.effect());
                    }
                    return recorded.outcomes();
                },
                one -> kind.record(handle, List.of(one.rejected(BisectingWriter.cannotBeKept())), false)
                        .outcomes()
                        .get(0));
        List<Outcome<V>> outcomes = writer.write(items);
        database.afterCommit(handle, () -> kind.committed(outcomes));
        return new SubmissionKind.Result<>(outcomes, isDryRun ? kind.total(effects) : null);
    }
}

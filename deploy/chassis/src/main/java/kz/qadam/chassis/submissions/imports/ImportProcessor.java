package kz.qadam.chassis.submissions.imports;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.batch.Items;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.table.Layout;
import kz.qadam.chassis.http.table.Row;
import kz.qadam.chassis.submissions.submission.BlockedPersonVerdicts;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import kz.qadam.chassis.submissions.submission.Submissions;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Processes files, one part at a time. The rows, their verdicts and the numbers of a part are written in one
 * transaction: after a crash, the next step continues after the last committed one.
 */
@ApplicationScoped
class ImportProcessor {

    private static final Logger LOG = Logger.getLogger(ImportProcessor.class);

    /** The time limit for one part of a file. */
    private static final Duration MOST = Duration.ofMinutes(5);

    private final Database database;
    private final Jobs jobs;
    private final FileParts parts;
    private final Items items;
    private final Submissions submissions;
    private final Trail trail;
    private final MeterProvider<Counter> rows;
    private final Map<String, SubmissionKind<?, ?, ?>> kinds = new HashMap<>();

    ImportProcessor(
            Database database,
            Jobs jobs,
            FileParts parts,
            Items items,
            Submissions submissions,
            Trail trail,
            MeterRegistry metrics,
            Instance<SubmissionKind<?, ?, ?>> kinds) {
        this.database = database;
        this.jobs = jobs;
        this.parts = parts;
        this.items = items;
        this.submissions = submissions;
        this.trail = trail;
        this.rows = Counter.builder("qadam.imports.rows")
                .description("Rows of files that were processed, by verdict")
                .withRegistry(metrics);
        kinds.stream().filter(kind -> kind.importPath().isPresent()).forEach(kind -> this.kinds.put(kind.name(), kind));
    }

    boolean hasKinds() {
        return !kinds.isEmpty();
    }

    /**
     * Processes the next part of a file: senders take turns, and so do the files of one sender.
     *
     * @return whether there was one
     */
    boolean step() {
        Job[] taken = new Job[1];
        try {
            return database.transaction(MOST, handle -> {
                Optional<Job> next = jobs.next(handle, kinds.keySet());
                taken[0] = next.orElse(null);
                next.ifPresent(job -> step(handle, job, kinds.get(job.kind())));
                return next.isPresent();
            });
        } catch (RuntimeException e) {
            if (taken[0] != null) {
                letOthersGoFirst(taken[0].id(), e);
            }
            throw e;
        }
    }

    private <V> void step(Handle handle, Job job, SubmissionKind<?, V, ?> kind) {
        Layout layout;
        FileParts.Part<Row> part;
        try {
            layout = parts.layout(handle, job);
            part = parts.firstRows(handle, job.id())
                    .orElseThrow(() -> new FileSeal.UnreadablePart("Rows of " + job.id() + " are missing"));
        } catch (FileSeal.UnreadablePart e) {
            putOff(handle, job, e);
            return;
        }
        List<Item> sent = items(job, layout, kind, part.rows());
        List<Outcome<V>> outcomes = submissions.record(kind, handle, sent, job.submitter(), job.trace());
        var origin = new ActorAction("import " + kind.name(), Actor.ofWork("import/" + job.id(), job.submitter()));
        int kept = (int) outcomes.stream()
                .filter(outcome -> outcome.keptAs().isPresent())
                .count();
        if (kept > 0) {
            trail.addWrite(handle, origin, job.id().toString(), kept);
        }
        BlockedPersonVerdicts.addTo(trail, handle, outcomes, row -> origin);
        List<BadRow> badRows = badRows(part.rows(), outcomes);
        long stored = -part.stored();
        if (!badRows.isEmpty()) {
            stored += parts.addErrors(handle, job.id(), part.number(), badRows);
        }
        stored += addKept(handle, job, layout, part, kind, outcomes);
        parts.deleteRows(handle, job.id(), part.number());
        Map<String, Long> verdicts = outcomes.stream().collect(groupingBy(Outcome::verdict, counting()));
        jobs.addJudged(handle, job.id(), verdicts, stored);
        database.afterCommit(
                handle,
                () -> verdicts.forEach((verdict, count) ->
                        rows.withTags("kind", kind.name(), "verdict", verdict).increment(count)));
    }

    /** Returns the number of stored bytes. */
    private <V> long addKept(
            Handle handle,
            Job job,
            Layout layout,
            FileParts.Part<Row> part,
            SubmissionKind<?, V, ?> kind,
            List<Outcome<V>> outcomes) {
        var following = kind.columns().following(layout);
        if (!job.listsKept() || following.isEmpty()) {
            return 0;
        }
        List<List<String>> kept = new ArrayList<>();
        for (int i = 0; i < part.rows().size(); i++) {
            if (outcomes.get(i).keptAs().isPresent()) {
                Row row = part.rows().get(i);
                String reference = kind.derivedReference(outcomes.get(i).view());
                kept.add(following
                        .get()
                        .cells(layout, row, reference, KeptRowsCsv.NOTES, List.of(String.valueOf(row.line()))));
            }
        }
        return kept.isEmpty() ? 0 : parts.addKept(handle, job.id(), part.number(), kept);
    }

    /**
     * Lets a file that cannot be decrypted wait: it is tried again until it expires, since its key may be listed again.
     */
    private void putOff(Handle handle, Job job, FileSeal.UnreadablePart why) {
        if (jobs.noteUnreadable(handle, job.id())) {
            LOG.errorf(
                    "The file %s cannot be decrypted (%s). If that does not change, it is deleted at %s",
                    job.id(), why.getMessage(), job.expiresAt());
        }
    }

    private List<Item> items(Job job, Layout layout, SubmissionKind<?, ?, ?> kind, List<Row> rows) {
        List<Item> read = new ArrayList<>(rows.size());
        for (Row row : rows) {
            read.add(items.item(row, layout, kind.columns(), job.tally().processed() + read.size()));
        }
        return read;
    }

    private static <V> List<BadRow> badRows(List<Row> rows, List<Outcome<V>> outcomes) {
        List<BadRow> badRows = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Rejected<V> rejected) {
                badRows.add(BadRow.of(rows.get(i), rejected.verdict(), rejected.problem()));
            }
        }
        return badRows;
    }

    /** A file that cannot be processed now must not block the others. */
    private void letOthersGoFirst(UUID job, RuntimeException why) {
        try {
            database.transaction(handle -> {
                jobs.noteTurn(handle, job);
                return null;
            });
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }
}

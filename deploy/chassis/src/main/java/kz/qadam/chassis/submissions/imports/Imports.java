package kz.qadam.chassis.submissions.imports;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.http.limit.ConcurrencyLimit;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.KeyDirectory;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.http.security.SuspensionCache;
import kz.qadam.chassis.http.table.Layout;
import kz.qadam.chassis.http.table.NextTableLayout;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import org.jdbi.v3.core.Handle;

/** Receives files and shows each submitter its own files, and only these. */
@ApplicationScoped
public class Imports {

    private static final int LONGEST_NAME = 200;

    private final Database database;
    private final FileReception reception;
    private final Workers workers;
    private final Jobs jobs;
    private final FileParts parts;
    private final SuspensionCache suspensions;
    private final KeyDirectory keys;
    private final ConcurrencyLimit<Submitter> streams;
    private final Clock clock;

    Imports(
            Database database,
            FileReception reception,
            Workers workers,
            Jobs jobs,
            FileParts parts,
            SuspensionCache suspensions,
            KeyDirectory keys,
            ImportsConfig config,
            Clock clock) {
        this.database = database;
        this.reception = reception;
        this.workers = workers;
        this.jobs = jobs;
        this.parts = parts;
        this.suspensions = suspensions;
        this.keys = keys;
        this.streams = new ConcurrencyLimit<>(
                ConcurrencyLimit.Limit.of(config.streams(), "many-import-streams"),
                ConcurrencyLimit.Limit.of(config.streamsPerSender(), "many-import-streams/own"));
        this.clock = clock;
    }

    /** Returns when the whole file is durable. */
    JobView receive(SubmissionKind<?, ?, ?> kind, IncomingFile file) {
        check(file.name());
        UUID id = reception.receive(kind, file);
        workers.wake();
        return view(kind, job(kind, file.submitter(), id));
    }

    /** @throws Problem 404 if the job does not exist or belongs to another submitter */
    Job job(SubmissionKind<?, ?, ?> kind, Submitter submitter, UUID id) {
        return database.transaction(handle -> jobs.find(handle, kind.name(), submitter, id))
                .orElseThrow(Problem::notFound);
    }

    /** The path to which files of this kind are sent, such as {@code /v1/thing-imports}. */
    static String pathOf(SubmissionKind<?, ?, ?> kind) {
        return kind.importPath().orElseThrow();
    }

    JobView view(SubmissionKind<?, ?, ?> kind, Job job) {
        return JobView.of(job, pathOf(kind), clock.instant());
    }

    /**
     * A stream of the job's views, one after each change. It ends when the job is finished, or when its sender is no
     * longer active or its key is revoked. The number of streams is limited, since each queries the database every half second.
     *
     * @param end when the stream ends at the latest
     * @param key the key that has opened it; empty if a token did
     * @throws Problem 404 if the job does not exist or belongs to another submitter; 429 or 503 if too many streams are
     *     open
     */
    Multi<OutboundSseEvent> stream(
            SubmissionKind<?, ?, ?> kind, Submitter submitter, UUID id, Instant end, Optional<UUID> key, Sse sse) {
        job(kind, submitter, id);
        ConcurrencyLimit.Permit taken = streams.take(submitter);
        return new JobStream(() -> view(kind, job(kind, submitter, id)), sse)
                .events(() -> clock.instant().isBefore(end)
                        && suspensions.isActive(submitter)
                        && key.stream().allMatch(keys::isLive))
                .onTermination()
                .invoke(taken::leave);
    }

    /** @throws Problem 410 if the errors are deleted, all or some of them, or their key is lost */
    ErrorsFile errors(SubmissionKind<?, ?, ?> kind, Submitter submitter, UUID id, Language language) {
        Job job = job(kind, submitter, id);
        if (job.isGone(clock.instant())) {
            throw new Problem(ProblemType.GONE, Message.of("gone/import"));
        }
        return database.transaction(handle -> errors(handle, kind, job, language));
    }

    private ErrorsFile errors(Handle handle, SubmissionKind<?, ?, ?> kind, Job job, Language language) {
        FileParts.Stock stored = parts.errors(handle, job.id());
        requireReadable(handle, job, stored);
        return new ErrorsFile(
                parts.layout(handle, job),
                kind.columns(),
                language,
                stored,
                number -> database.transaction(one -> parts.errorsAfter(one, job.id(), number)));
    }

    private void requireReadable(Handle handle, Job job, FileParts.Stock stored) {
        if (stored.areIncomplete()) {
            throw ErrorsFile.incomplete();
        }
        if (!parts.canOpen(handle, job.id())) {
            throw new Problem(ProblemType.GONE, Message.of("gone/import-key"));
        }
    }

    /** The first part of the errors; none if they are deleted, or cannot be decrypted. */
    List<BadRow> firstErrors(SubmissionKind<?, ?, ?> kind, Submitter submitter, UUID id) {
        Job job = job(kind, submitter, id);
        return database.transaction(handle -> job.isGone(clock.instant()) || !parts.canOpen(handle, id)
                        ? Optional.<FileParts.Part<BadRow>>empty()
                        : parts.errorsAfter(handle, id, -1))
                .map(FileParts.Part::rows)
                .orElse(List.of());
    }

    /** @throws Problem 404 if the table had references, 410 if the rows are deleted, or their key is lost */
    KeptRowsCsv kept(SubmissionKind<?, ?, ?> kind, Submitter submitter, UUID id) {
        Job job = job(kind, submitter, id);
        if (!job.listsKept()) {
            throw Problem.notFound();
        }
        if (job.isGone(clock.instant())) {
            throw new Problem(ProblemType.GONE, Message.of("gone/import"));
        }
        return database.transaction(handle -> kept(handle, kind, job));
    }

    private KeptRowsCsv kept(Handle handle, SubmissionKind<?, ?, ?> kind, Job job) {
        FileParts.Stock stored = parts.kept(handle, job.id());
        requireReadable(handle, job, stored);
        Layout layout = parts.layout(handle, job);
        NextTableLayout following = kind.columns().following(layout).orElseThrow(Problem::notFound);
        return new KeptRowsCsv(
                following.header(layout, KeptRowsCsv.NOTES),
                layout.separator(),
                stored,
                number -> database.transaction(one -> parts.keptAfter(one, job.id(), number)));
    }

    /** A page of the submitter's files, the newest first. */
    Page<JobView> page(SubmissionKind<?, ?, ?> kind, Submitter submitter, String cursor, int limit) {
        UUID before = before(cursor);
        List<Job> found =
                database.transaction(handle -> jobs.before(handle, kind.name(), submitter, before, limit + 1));
        boolean more = found.size() > limit;
        return new Page<>(
                found.stream().limit(limit).map(job -> view(kind, job)).toList(),
                more ? found.get(limit - 1).id().toString() : null,
                more);
    }

    private static UUID before(String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("cursor", "cursor");
        }
    }

    private static void check(String fileName) {
        if (fileName == null) {
            return;
        }
        if (fileName.isBlank() || fileName.length() > LONGEST_NAME) {
            throw Problem.badParameter("fileName", "length", "fileName", LONGEST_NAME);
        }
        if (PersonalNumber.isIn(fileName)) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("fileName", "looks-like-iin", "fileName"));
        }
    }
}

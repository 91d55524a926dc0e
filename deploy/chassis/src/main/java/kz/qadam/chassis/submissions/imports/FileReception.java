package kz.qadam.chassis.submissions.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.events.kafka.Traces;
import kz.qadam.chassis.http.limit.ConcurrencyLimit;
import kz.qadam.chassis.http.problem.BodyLimit;
import kz.qadam.chassis.http.problem.LargeBodies;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.http.table.Layout;
import kz.qadam.chassis.http.table.Row;
import kz.qadam.chassis.http.table.TableTranslator;
import kz.qadam.chassis.http.xlsx.UnpackingLimits;
import kz.qadam.chassis.submissions.profiles.TableProfiles;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import kz.qadam.chassis.trail.Recording;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Stores a file part by part while it is being received. Each part has its own transaction, since a long transaction
 * would delay the lists, which never pass an open one. The file is visible only when its last part is durable.
 */
@ApplicationScoped
class FileReception implements LargeBodies {

    private static final Logger LOG = Logger.getLogger(FileReception.class);

    /** In characters; bounds the memory that a file with long rows needs. */
    private static final int LONGEST_PART = 1_000_000;

    /** The cost of a cell in addition to its characters, in characters. */
    private static final int WEIGHT_OF_A_CELL = 24;

    /** The bytes of a form around its file. */
    private static final int AROUND_FILE = 64 * 1024;

    private final Database database;
    private final Jobs jobs;
    private final FileParts parts;
    private final TableProfiles profiles;
    private final Recording recording;
    private final ImportsConfig config;
    private final Map<String, Long> largest = new HashMap<>();
    private final ConcurrencyLimit<Submitter> permits;

    FileReception(
            Database database,
            Jobs jobs,
            FileParts parts,
            TableProfiles profiles,
            Recording recording,
            ImportsConfig config,
            Instance<SubmissionKind<?, ?, ?>> kinds) {
        this.database = database;
        this.jobs = jobs;
        this.parts = parts;
        this.profiles = profiles;
        this.recording = recording;
        this.config = config;
        kinds.stream().forEach(this::permit);
        this.permits = new ConcurrencyLimit<>(
                ConcurrencyLimit.Limit.of(config.receivedAtOnce(), "too-many-files"),
                ConcurrencyLimit.Limit.of(config.receivedAtOncePerSender(), "too-many-files/own"));
    }

    private void permit(SubmissionKind<?, ?, ?> kind) {
        kind.importPath().ifPresent(path -> largest.put(path, config.largest().asLongValue()));
        kind.uploadPath().ifPresent(path -> {
            largest.put(path, config.largest().asLongValue() + AROUND_FILE);
            largest.put(path + "/check", BodyLimit.BATCH + AROUND_FILE);
        });
    }

    /** Permits larger bodies where files are received. */
    @Override
    public OptionalLong most(String path) {
        Long most = largest.get(path);
        return most == null ? OptionalLong.empty() : OptionalLong.of(most);
    }

    /**
     * Returns when the whole file is durable. Nothing is kept of a file that cannot be read.
     *
     * @throws Problem 400, 413 or 415 if the file cannot be read as a whole, 429 if this sender has reached a limit of
     *     files being received or stored, 503 if all senders together have
     */
    UUID receive(SubmissionKind<?, ?, ?> kind, IncomingFile file) {
        ConcurrencyLimit.Permit taken = permits.take(file.submitter());
        try {
            return admitted(kind, file);
        } finally {
            taken.leave();
        }
    }

    private UUID admitted(SubmissionKind<?, ?, ?> kind, IncomingFile file) {
        Submitter submitter = file.submitter();
        database.transaction(handle -> {
            jobs.share(handle, submitter).withAnother().requireWithin(config);
            return null;
        });
        var translator = profiles.find(kind.name(), kind.columns(), submitter, file.profile());
        try (BodyRows rows = rows(kind, file, translator)) {
            UUID job = database.transaction(handle -> begin(handle, kind, file, rows.layout()));
            store(job, submitter, rows);
            return job;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is stored of a translated table is its translated rows alone. */
    private static BodyRows rows(
            SubmissionKind<?, ?, ?> kind, IncomingFile file, Optional<TableTranslator> translator) {
        return translator.isPresent()
                ? BodyRows.translated(file.body(), file.type(), translator.get(), UnpackingLimits.LARGE_FILE)
                : BodyRows.of(file.body(), file.type(), kind.columns(), UnpackingLimits.LARGE_FILE);
    }

    private UUID begin(Handle handle, SubmissionKind<?, ?, ?> kind, IncomingFile file, Layout layout) {
        boolean listsKept = kind.columns().following(layout).isPresent();
        UUID job = jobs.begin(handle, kind.name(), file, layout.separator(), listsKept, Traces.current());
        if (layout.isTable()) {
            jobs.addReceived(handle, job, 0, parts.addHeader(handle, job, layout.header()));
        }
        return job;
    }

    private void store(UUID job, Submitter submitter, BodyRows rows) {
        try {
            storeParts(job, submitter, rows);
            if (!database.<Boolean>transaction(handle -> makeVisible(handle, job, rows.leftOut()))) {
                throw new Problem(ProblemType.UNAVAILABLE, Message.of("too-slow"));
            }
        } catch (RuntimeException e) {
            forget(job);
            throw e;
        }
    }

    private boolean makeVisible(Handle handle, UUID job, int leftOut) {
        boolean isVisible = jobs.makeVisible(handle, job, leftOut);
        if (isVisible) {
            recording.addWrite(handle, job.toString());
        }
        return isVisible;
    }

    private void storeParts(UUID job, Submitter submitter, BodyRows rows) {
        List<Row> part = new ArrayList<>(config.rowsAtOnce());
        int received = 0;
        int size = 0;
        int number = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            received++;
            if (received > config.mostRows()) {
                throw new Problem(ProblemType.TOO_LARGE, Message.of("too-large/rows", config.mostRows()));
            }
            part.add(row);
            size += length(row);
            if (part.size() == config.rowsAtOnce() || size >= LONGEST_PART || !rows.hasNext()) {
                store(job, submitter, number++, part);
                part.clear();
                size = 0;
            }
        }
    }

    private static int length(Row row) {
        return row.cells() == null
                ? row.json().length()
                : row.cells().stream()
                        .mapToInt(cell -> cell.length() + WEIGHT_OF_A_CELL)
                        .sum();
    }

    private void store(UUID job, Submitter submitter, int number, List<Row> part) {
        database.transaction(handle -> {
            jobs.addReceived(handle, job, part.size(), parts.addRows(handle, job, number, part));
            jobs.share(handle, submitter).requireWithin(config);
            return null;
        });
    }

    /** Deletes a broken file; if that fails, {@link ExpiredFiles} deletes it later. */
    private void forget(UUID job) {
        try {
            database.transaction(handle -> {
                jobs.deleteIfReceiving(handle, job);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.debug("A broken file cannot be deleted now; it is deleted later", e);
        }
    }
}

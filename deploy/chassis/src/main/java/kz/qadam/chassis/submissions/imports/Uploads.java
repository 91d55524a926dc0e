package kz.qadam.chassis.submissions.imports;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.body.BodyBudget;
import kz.qadam.chassis.http.body.BodyReservation;
import kz.qadam.chassis.http.body.BodyWeight;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.problem.BodyLimit;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.submissions.profiles.TableProfiles;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.ItemVerdict;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import kz.qadam.chassis.submissions.submission.Submissions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends and checks the files of a form, and knows what became of those that its caller has sent. */
@ApplicationScoped
public class Uploads {

    private static final int RECENT = 5;

    private final Imports imports;
    private final Submissions submissions;
    private final TableProfiles profiles;
    private final BodyBudget budget;
    private final CurrentVertxRequest current;
    private final Caller caller;
    private final ImportsConfig config;
    private final String address;

    Uploads(
            Imports imports,
            Submissions submissions,
            TableProfiles profiles,
            BodyBudget budget,
            CurrentVertxRequest current,
            Caller caller,
            ImportsConfig config,
            @ConfigProperty(name = "qadam.public-url") String address) {
        this.imports = imports;
        this.submissions = submissions;
        this.profiles = profiles;
        this.budget = budget;
        this.current = current;
        this.caller = caller;
        this.config = config;
        this.address = address;
    }

    /** The most bytes of a file. */
    long largest() {
        return config.largest().asLongValue();
    }

    /** Where programs send files of this kind. */
    String addressOf(SubmissionKind<?, ?, ?> kind) {
        return address + Imports.pathOf(kind);
    }

    /** Whether the caller may save such profiles. */
    boolean maySaveProfiles() {
        return caller.is(Role.PARTNER_ADMIN) || caller.isOffice();
    }

    /** The names of the profiles by which the caller's own tables can be read; the office has none of its own. */
    List<String> profiles(SubmissionKind<?, ?, ?> kind) {
        return profiles.names(kind.name(), caller.submitter());
    }

    /** The caller's newest files, or those before a cursor. */
    Page<JobView> recent(SubmissionKind<?, ?, ?> kind, String cursor) {
        return imports.page(kind, caller.submitter(), cursor, RECENT);
    }

    /** Returns the id of the job when the whole file is durable. */
    UUID send(SubmissionKind<?, ?, ?> kind, UploadForm form) {
        var file = new IncomingFile(form.content(), form.type(), caller.submitter(), form.fileName(), form.profile());
        return imports.receive(kind, file).id();
    }

    /** What would become of a small file; nothing of it is kept. */
    FileResult check(SubmissionKind<?, ?, ?> kind, UploadForm form, Language language) {
        BodyReservation memory = budget.take(
                caller.submitter().shareName(),
                BodyWeight.of(Math.min(
                        BodyLimit.BATCH, BodyLimit.length(current.getCurrent().request()))));
        memory.keepWith(current.getCurrent());
        try {
            BatchAnswer answer = submissions.check(kind, content(form), form.type(), form.profile(), language);
            return new FileResult(
                    FileResult.CHECKED,
                    form.fileName(),
                    answer.received(),
                    answer.leftOut() == null ? 0 : answer.leftOut(),
                    answer.received(),
                    answer.countsByVerdict(),
                    answer.results().stream()
                            .filter(one -> one.problem() != null)
                            .map(Uploads::mistake)
                            .toList(),
                    null);
        } finally {
            memory.giveBack();
        }
    }

    /** One byte more than a batch may have is enough to refuse it. */
    private static byte[] content(UploadForm form) {
        try {
            return form.content().readNBytes((int) BodyLimit.BATCH + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileResult.Mistake mistake(ItemVerdict verdict) {
        int line = verdict.line() == null ? verdict.index() + 1 : verdict.line();
        return new FileResult.Mistake(line, verdict.problem().sentence());
    }

    /**
     * What has become of a file.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 404 if it does not exist or belongs to another submitter
     */
    FileResult result(SubmissionKind<?, ?, ?> kind, UUID id, Language language) {
        Submitter submitter = caller.submitter();
        JobView job = imports.view(kind, imports.job(kind, submitter, id));
        List<FileResult.Mistake> mistakes = job.errors() == null
                ? List.of()
                : imports.firstErrors(kind, submitter, id).stream()
                        .map(bad -> new FileResult.Mistake(
                                bad.row().line(), bad.error().get(language)))
                        .toList();
        return new FileResult(
                job.status(),
                job.fileName(),
                job.received(),
                job.leftOut(),
                job.processed(),
                counts(job),
                mistakes,
                job);
    }

    private static Map<String, Integer> counts(JobView job) {
        return Map.of(
                "accepted", job.accepted(),
                "pending", job.pending(),
                "refused", job.refused(),
                "duplicate", job.duplicate(),
                "conflict", job.conflict(),
                "rejected", job.rejected());
    }

    /** The rows that were not kept, as the table to correct. */
    ErrorsFile errors(SubmissionKind<?, ?, ?> kind, UUID id, Language language) {
        return imports.errors(kind, caller.submitter(), id, language);
    }

    /** The rows that were kept of a table without references, as the table to send next. */
    KeptRowsCsv kept(SubmissionKind<?, ?, ?> kind, UUID id) {
        return imports.kept(kind, caller.submitter(), id);
    }

    /** What its sender calls a file; its id, if that is not known. */
    String nameOf(SubmissionKind<?, ?, ?> kind, UUID id) {
        String name =
                imports.view(kind, imports.job(kind, caller.submitter(), id)).fileName();
        return name == null ? id.toString() : name;
    }
}

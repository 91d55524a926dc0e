package kz.qadam.chassis.submissions.imports;

import java.text.NumberFormat;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.table.Template;

/**
 * What a page shows from which files are sent.
 *
 * @param path of the page
 * @param verdicts those that a row may get, in the order in which they are shown
 * @param template explains the columns of a table
 * @param largest how many bytes a file may have
 * @param command where a program sends the same file
 * @param ownTables where people say what the columns of their own tables are; null for those who may not
 * @param profiles the names of those by which a file can be read
 * @param profile the one that is chosen, or null
 * @param recent the files that were sent before, the newest first
 * @param result what became of a file; null if none is shown
 * @param refused why a file was not taken; null if none was refused
 */
record UploadPageView(
        DeskContext context,
        String path,
        List<String> verdicts,
        Template template,
        long largest,
        String command,
        String ownTables,
        List<String> profiles,
        String profile,
        Page<JobView> recent,
        FileResult result,
        Problem refused) {

    /** Where the form is sent; another form only checks the file. */
    public String sendAddress() {
        return context.page(path);
    }

    public String checkAddress() {
        return context.page(path + "/check");
    }

    public String templateAddress(String format) {
        return context.page(path + "/template." + format);
    }

    public String jobAddress(JobView job) {
        return context.page(path + "/" + job.id());
    }

    public String errorsAddress() {
        return context.page(path + "/" + result.job().id() + "/errors.csv");
    }

    public String keptRowsAddress() {
        return context.page(path + "/" + result.job().id() + "/kept.csv");
    }

    /** Where older files are listed; null if there are none. */
    public String olderAddress() {
        return recent.more() ? context.page(path + "?cursor=" + recent.cursor()) : null;
    }

    /** A text that all pages of files share. */
    public String tell(String key, Object... arguments) {
        return context.tell(Message.of("upload." + key, arguments));
    }

    public String fileName(JobView job) {
        return job.fileName() == null ? tell("unnamed") : job.fileName();
    }

    /** When a file was sent, and how far it is. */
    public String stateOf(JobView job) {
        String state = switch (job.status()) {
            case "finished", "failed" -> tell(job.status());
            default ->
                tell("in-progress", percent(job.received() == 0 ? 0 : (double) job.processed() / job.received()));
        };
        int notKept = job.conflict() + job.rejected();
        String facts = String.join(" · ", context.dayAndTime(job.createdAt()), state, tell("of-rows", job.received()));
        return notKept == 0 ? facts : facts + " · " + tell("not-kept", notKept);
    }

    public String title() {
        return result.name() == null || result.name().isEmpty() ? tell("unnamed") : result.name();
    }

    /** How far the service is with a file. */
    public String progressText() {
        return result.state().equals("waiting")
                ? tell("waiting")
                : tell("processed", result.processed(), result.received());
    }

    public String outcome() {
        int notKept = result.notKept();
        if (result.isFailed()) {
            return tell("failed");
        }
        if (result.isChecked()) {
            return notKept == 0 ? tell("nothing-wrong") : tell("some-wrong", notKept);
        }
        return notKept == 0 ? tell("all-kept") : tell("some-not-kept", notKept);
    }

    public String total() {
        String rows = tell("rows", result.received());
        return result.leftOut() == 0 ? rows : rows + " · " + tell("left-out", result.leftOut());
    }

    /** How many rows got a verdict. */
    public int count(String verdict) {
        return result.counts().getOrDefault(verdict, 0);
    }

    public String number(int count) {
        return NumberFormat.getIntegerInstance(context.language().locale()).format(count);
    }

    /** What the table of the rows that were not kept is called. */
    public String download() {
        return tell("download", title() + ".errors.csv");
    }

    public String keptUntil() {
        return tell("until", context.dayAndTime(result.job().expiresAt()));
    }

    public String refusedTitle() {
        return context.tell(refused.type().title());
    }

    public String refusedReason() {
        return ProblemBody.sentence(refused, context.language());
    }

    /** Rounded down, so that unfinished work is never at 100 %. */
    private String percent(double share) {
        return NumberFormat.getPercentInstance(context.language().locale()).format(Math.floor(share * 100) / 100);
    }
}

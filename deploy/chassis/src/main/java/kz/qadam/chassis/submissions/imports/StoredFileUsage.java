package kz.qadam.chassis.submissions.imports;

import java.time.Duration;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/**
 * How much the service stores of one sender's files, and of all files.
 *
 * @param files that are not completely judged, including those being received
 * @param rows that are not judged yet
 * @param bytes that are stored, encrypted
 * @param bytesOfAll that are stored of all senders
 */
record StoredFileUsage(long files, long rows, long bytes, long bytesOfAll) {

    private static final Duration UNTIL_JUDGED = Duration.ofMinutes(1);
    private static final Duration UNTIL_EXPIRED = Duration.ofHours(1);

    /** The same with one more file. */
    StoredFileUsage withAnother() {
        return new StoredFileUsage(files + 1, rows, bytes, bytesOfAll);
    }

    /**
     * Requires that there is room.
     *
     * @throws Problem 429 if a limit of the sender is exceeded: it has to wait until some of it is judged or deleted; 503
     *     if that of all senders is exceeded
     */
    void requireWithin(ImportsConfig limits) {
        if (files > limits.waitingFilesPerSender()) {
            throw tooMuch("import-share/files", limits.waitingFilesPerSender(), UNTIL_JUDGED);
        }
        if (rows > limits.waitingRowsPerSender()) {
            throw tooMuch("import-share/rows", limits.waitingRowsPerSender(), UNTIL_JUDGED);
        }
        if (bytes > limits.storedPerSender().asLongValue()) {
            throw tooMuch("import-share/stored", limits.storedPerSender().asLongValue() >> 20, UNTIL_EXPIRED);
        }
        if (bytesOfAll > limits.stored().asLongValue()) {
            long most = limits.stored().asLongValue() >> 20;
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("import-share/all-stored", most), UNTIL_EXPIRED);
        }
    }

    private static Problem tooMuch(String key, long most, Duration retryAfter) {
        return new Problem(ProblemType.TOO_MANY_REQUESTS, Message.of(key, most), retryAfter);
    }
}

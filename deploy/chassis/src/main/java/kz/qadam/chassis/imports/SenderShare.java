package kz.qadam.chassis.imports;

import java.time.Duration;
import kz.qadam.chassis.language.Message;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/**
 * How much the service stores of one sender's files.
 *
 * @param files that are not completely judged, including those being received
 * @param rows that are not judged yet
 * @param bytes that are stored, encrypted
 */
record SenderShare(long files, long rows, long bytes) {

    private static final Duration UNTIL_JUDGED = Duration.ofMinutes(1);
    private static final Duration UNTIL_EXPIRED = Duration.ofHours(1);

    /** @throws Problem 429 if a limit is exceeded; the sender has to wait until some of it is judged or deleted */
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
    }

    private static Problem tooMuch(String key, long most, Duration retryAfter) {
        return new Problem(ProblemType.TOO_MANY_REQUESTS, Message.of(key, most), retryAfter);
    }
}

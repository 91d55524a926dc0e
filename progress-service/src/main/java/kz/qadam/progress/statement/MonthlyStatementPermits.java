package kz.qadam.progress.statement;

import jakarta.enterprise.context.ApplicationScoped;
import kz.qadam.chassis.http.limit.ConcurrencyLimit;

/**
 * Limits how many statements are read as CSV at the same time. Each of them occupies a database connection for as long
 * as its client reads, and other requests must not wait for that.
 */
@ApplicationScoped
class MonthlyStatementPermits {

    private static final int MAX_READERS = 8;

    private final ConcurrencyLimit<String> readers = ConcurrencyLimit.ofAnybody(MAX_READERS, 1, "too-many-tables");

    /**
     * Takes the only permit of a reader.
     *
     * @param reader the institution or the person who reads the CSV
     * @throws kz.qadam.chassis.http.problem.Problem 503 if this reader is reading a statement already, or if too many others
     *     are
     */
    ConcurrencyLimit.Permit take(String reader) {
        return readers.take(reader);
    }
}

package kz.qadam.progress.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import kz.qadam.chassis.language.Message;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/**
 * Limits how many statements are read as CSV at the same time. Each of them occupies a database connection for as long
 * as its client reads, and other requests must not wait for that.
 */
@ApplicationScoped
class StatementPermits {

    private static final int MAX_READERS = 8;

    private final Set<String> readers = new HashSet<>();

    /**
     * Takes the only permit of a reader.
     *
     * @param reader the institution or the person who reads the CSV
     * @throws Problem 503 if this reader is reading a statement already, or if too many others are
     */
    synchronized void take(String reader) {
        if (readers.contains(reader) || readers.size() == MAX_READERS) {
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("too-many-tables"));
        }
        readers.add(reader);
    }

    synchronized void giveBack(String reader) {
        readers.remove(reader);
    }
}

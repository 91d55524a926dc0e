package kz.qadam.progress.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/**
 * How many statements are read as tables at the same time. Each holds a connection to the database as long as its reader
 * takes; what others do must not wait for that.
 */
@ApplicationScoped
class StatementPermits {

    private static final int MOST = 8;

    private final Set<String> readers = new HashSet<>();

    /**
     * Takes the one permit of a reader.
     *
     * @param reader an institution, or who else reads
     * @throws Problem 503 if this reader is reading one already, or too many others are
     */
    synchronized void take(String reader) {
        if (readers.contains(reader) || readers.size() == MOST) {
            throw new Problem(ProblemType.UNAVAILABLE, Text.of("too-many-tables"));
        }
        readers.add(reader);
    }

    synchronized void giveBack(String reader) {
        readers.remove(reader);
    }
}

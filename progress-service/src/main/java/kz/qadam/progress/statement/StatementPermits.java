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

    private static final int MOST = 4;

    private final Set<String> institutions = new HashSet<>();

    /** @throws Problem 503 if this institution's is being read, or too many of others */
    synchronized void take(String institution) {
        if (institutions.contains(institution) || institutions.size() == MOST) {
            throw new Problem(ProblemType.UNAVAILABLE, Text.of("too-many-tables"));
        }
        institutions.add(institution);
    }

    synchronized void giveBack(String institution) {
        institutions.remove(institution);
    }
}

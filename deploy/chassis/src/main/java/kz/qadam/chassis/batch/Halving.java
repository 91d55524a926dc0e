package kz.qadam.chassis.batch;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Takes many in one transaction. If that fails because of one of them, they are halved until it stands alone: it is
 * refused, and the others are kept.
 */
public final class Halving<P, O> {

    private static final Logger LOG = Logger.getLogger(Halving.class);

    private final Handle handle;
    private final Function<List<P>, List<O>> take;
    private final Function<P, O> refuse;
    private boolean told;

    /**
     * @param take writes them, and returns an answer for each in their order; what it has written when it throws is
     *     taken back
     * @param refuse the answer for one that cannot be kept
     */
    public Halving(Handle handle, Function<List<P>, List<O>> take, Function<P, O> refuse) {
        this.handle = handle;
        this.take = take;
        this.refuse = refuse;
    }

    /** What the sender of one that stood alone is told. */
    public static Problem cannotBeKept() {
        return new Problem(ProblemType.RULE_VIOLATED, Fault.at("", "cannot-be-kept"));
    }

    /** The answers, in their order. */
    public List<O> of(List<P> posts) {
        return of(posts, 0);
    }

    private List<O> of(List<P> posts, int depth) {
        String before = "halving_" + depth;
        handle.savepoint(before);
        try {
            List<O> answers = take.apply(posts);
            handle.releaseSavepoint(before);
            return answers;
        } catch (RuntimeException e) {
            if (!mayBeTheirFault(e)) {
                throw e;
            }
            tell(e, posts.size());
            handle.rollbackToSavepoint(before);
        }
        if (posts.size() == 1) {
            return List.of(refuse.apply(posts.get(0)));
        }
        List<O> answers = new ArrayList<>(of(posts.subList(0, posts.size() / 2), depth + 1));
        answers.addAll(of(posts.subList(posts.size() / 2, posts.size()), depth + 1));
        return answers;
    }

    /** Not that of the database, which may be gone, nor of what the service is as a whole. */
    static boolean mayBeTheirFault(RuntimeException failure) {
        if (Database.isFaultOfData(failure)) {
            return true;
        }
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException || at instanceof JdbiException || at instanceof Problem) {
                return false;
            }
        }
        return true;
    }

    private void tell(RuntimeException failure, int together) {
        if (!told) {
            told = true;
            LOG.errorf(
                    Database.loggable(failure),
                    "%d items cannot be kept together; the one that hinders it is looked for",
                    together);
        }
    }
}

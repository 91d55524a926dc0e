package kz.qadam.chassis.submissions.submission;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Writes many items in one transaction. If an item makes this fail, each half is tried separately, until the item that
 * cannot be written is found: it is rejected, and the others are kept.
 */
final class BisectingWriter<I, O> {

    private static final Logger LOG = Logger.getLogger(BisectingWriter.class);

    private final Handle handle;
    private final Function<List<I>, List<O>> write;
    private final Function<I, O> reject;
    private boolean isLogged;

    /**
     * @param write writes items, and returns an outcome for each in their order; if it throws, its changes are rolled
     *     back
     * @param reject the outcome of an item that cannot be written
     */
    BisectingWriter(Handle handle, Function<List<I>, List<O>> write, Function<I, O> reject) {
        this.handle = handle;
        this.write = write;
        this.reject = reject;
    }

    /** Why an item that cannot be written is rejected. */
    static Problem cannotBeKept() {
        return new Problem(ProblemType.RULE_VIOLATED, Fault.at("", "cannot-be-kept"));
    }

    /** The outcomes, in the order of the items. */
    List<O> write(List<I> items) {
        return write(items, 0);
    }

    private List<O> write(List<I> items, int depth) {
        String before = "bisecting_" + depth;
        handle.savepoint(before);
        try {
            List<O> outcomes = write.apply(items);
            handle.releaseSavepoint(before);
            return outcomes;
        } catch (RuntimeException e) {
            if (!mayBeFaultOfAnItem(e)) {
                throw e;
            }
            log(e, items.size());
            handle.rollbackToSavepoint(before);
        }
        if (items.size() == 1) {
            return List.of(reject.apply(items.get(0)));
        }
        List<O> outcomes = new ArrayList<>(write(items.subList(0, items.size() / 2), depth + 1));
        outcomes.addAll(write(items.subList(items.size() / 2, items.size()), depth + 1));
        return outcomes;
    }

    /**
     * Whether an item may have caused the failure; an outage of the database or of the service is not caused by an
     * item.
     */
    static boolean mayBeFaultOfAnItem(RuntimeException failure) {
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

    private void log(RuntimeException failure, int together) {
        if (!isLogged) {
            isLogged = true;
            LOG.errorf(
                    Database.loggable(failure),
                    "%d items cannot be kept together; searching for the item that causes this",
                    together);
        }
    }
}

package kz.qadam.progress.catalogue;

import java.util.HashSet;
import java.util.Set;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/**
 * Knows which institutions may report. An institution that is not known here yet may report: its description may arrive
 * later.
 */
public final class Institutions {

    private Institutions() {}

    /** The codes of the institutions that are suspended or closed. */
    static Set<String> notActive(Handle handle) {
        return new HashSet<>(handle.createQuery("select code from institution where status <> 'active'")
                .mapTo(String.class)
                .list());
    }

    /** The answer to an institution that is suspended or closed. */
    public static Problem notActiveProblem() {
        return new Problem(ProblemType.RULE_VIOLATED, Fault.at("/institution", "institution-not-active"));
    }
}

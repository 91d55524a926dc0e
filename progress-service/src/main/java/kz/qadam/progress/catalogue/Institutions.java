package kz.qadam.progress.catalogue;

import java.util.HashSet;
import java.util.Set;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** Which institutions may report. One that is not known here yet may: its description is on its way. */
public final class Institutions {

    private Institutions() {}

    /** Those that are suspended or closed. */
    static Set<String> notActive(Handle handle) {
        return new HashSet<>(handle.createQuery("select code from institution where status <> 'active'")
                .mapTo(String.class)
                .list());
    }

    /** What one of them is told. */
    public static Problem mayNotReport() {
        return new Problem(ProblemType.RULE_VIOLATED, Fault.at("/institution", "institution-not-active"));
    }
}

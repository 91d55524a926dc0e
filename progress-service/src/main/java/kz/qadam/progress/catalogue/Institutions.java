package kz.qadam.progress.catalogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** Which institutions may report. One that is not known here yet may: its description is on its way. */
public final class Institutions {

    private Institutions() {}

    /** Those of them that are suspended or closed. */
    public static Set<String> notActive(Handle handle, Collection<String> codes) {
        return new HashSet<>(handle.createQuery(
                        "select code from institution where code = any(:codes) and status <> 'active'")
                .bindArray(
                        "codes",
                        String.class,
                        codes.stream().filter(Objects::nonNull).distinct().toList())
                .mapTo(String.class)
                .list());
    }

    /** What one of them is told. */
    public static Problem mayNotReport() {
        return new Problem(ProblemType.RULE_VIOLATED, Fault.at("/institution", "institution-not-active"));
    }
}

package kz.qadam.progress.evaluation;

import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** The numbers of evaluations that were published before the database went back to a backup: later ones go on from there. */
public final class AdoptedEvaluations {

    /** Of the data of {@code kz.qadam.cohort.evaluated.v1} what the next evaluation depends on. */
    public record Evaluated(String cohort, int version) {}

    private static final String ADOPT = """
            insert into cohort_evaluated values (:cohort, :version)
            on conflict (cohort) do update set version = greatest(cohort_evaluated.version, excluded.version)
            """;

    private AdoptedEvaluations() {}

    /** Takes them over, in any order. */
    public static void adopt(Handle handle, Collection<Evaluated> published) {
        for (Evaluated one : published) {
            handle.createUpdate(ADOPT)
                    .bind("cohort", one.cohort())
                    .bind("version", one.version())
                    .execute();
        }
    }
}

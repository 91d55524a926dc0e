package kz.qadam.progress.learner;

import java.util.Collection;
import java.util.UUID;
import kz.qadam.chassis.kafka.ContradictingEvent;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who a learner is by now. What a learner has done comes by enrolments and completions; this only answers who asks. */
public final class LearnerMerges {

    private static final String KEEP = """
            insert into learner_merge (absorbed, surviving, version) values (:learnerId, :into, :version)
            on conflict (absorbed) do update set surviving = excluded.surviving, version = excluded.version
             where learner_merge.version < excluded.version
            """;

    private static final String CONTRADICTED = """
            select exists (select from learner_merge
                            where absorbed = :learnerId and version = :version and surviving <> :into)
            """;

    private static final String SURVIVING = """
            select coalesce((select surviving from learner_merge where absorbed = :learner), :learner)
            """;

    private LearnerMerges() {}

    /**
     * Keeps those that came, in any order.
     *
     * @throws ContradictingEvent if one is known in the same version and otherwise
     */
    public static void keep(Handle handle, Collection<LearnerMerged> merges) {
        if (!merges.isEmpty()) {
            PreparedBatch rows = handle.prepareBatch(KEEP);
            merges.forEach(merge -> rows.bindMethods(merge).add());
            rows.execute();
        }
        for (LearnerMerged merge : merges) {
            if (handle.createQuery(CONTRADICTED)
                    .bindMethods(merge)
                    .mapTo(Boolean.class)
                    .one()) {
                throw new ContradictingEvent();
            }
        }
    }

    static UUID surviving(Handle handle, UUID learner) {
        return handle.createQuery(SURVIVING)
                .bind("learner", learner)
                .mapTo(UUID.class)
                .one();
    }
}

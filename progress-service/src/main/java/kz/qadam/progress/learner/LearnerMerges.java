package kz.qadam.progress.learner;

import java.util.Collection;
import java.util.UUID;
import kz.qadam.chassis.kafka.ContradictingEvent;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Finds the surviving learner after merges. Only queries use it: the learner's enrolments and completions are moved by
 * events of their own.
 */
public final class LearnerMerges {

    private static final String STORE = """
            insert into learner_merge (absorbed, surviving, version) values (:learnerId, :into, :version)
            on conflict (absorbed) do update set surviving = excluded.surviving, version = excluded.version
             where learner_merge.version < excluded.version
            """;

    private static final String CONTRADICTS = """
            select exists (select from learner_merge
                            where absorbed = :learnerId and version = :version and surviving <> :into)
            """;

    private static final String FIND_SURVIVING = """
            select coalesce((select surviving from learner_merge where absorbed = :learner), :learner)
            """;

    private LearnerMerges() {}

    /**
     * Stores received merges, in any order.
     *
     * @throws ContradictingEvent if a version is already stored with different content
     */
    public static void store(Handle handle, Collection<LearnerMerged> merges) {
        if (!merges.isEmpty()) {
            PreparedBatch rows = handle.prepareBatch(STORE);
            merges.forEach(merge -> rows.bindMethods(merge).add());
            rows.execute();
        }
        for (LearnerMerged merge : merges) {
            if (handle.createQuery(CONTRADICTS)
                    .bindMethods(merge)
                    .mapTo(Boolean.class)
                    .one()) {
                throw new ContradictingEvent();
            }
        }
    }

    static UUID surviving(Handle handle, UUID learner) {
        return handle.createQuery(FIND_SURVIVING)
                .bind("learner", learner)
                .mapTo(UUID.class)
                .one();
    }
}

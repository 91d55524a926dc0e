package kz.qadam.progress.learner;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.ContradictingEventException;
import kz.qadam.progress.catalogue.VersionedTable;
import org.jdbi.v3.core.Handle;

/**
 * Finds the surviving learner after merges. Only queries use it: the learner's enrolments and completions are moved by
 * events of their own.
 */
public final class SurvivingLearners {

    private static final VersionedTable<LearnerMerged> MERGES = new VersionedTable<>(
            "learner_merge",
            "absorbed",
            TableColumns.of(LearnerMerged.class, Map.of("learnerId", "absorbed", "into", "surviving")));

    private static final String FIND_SURVIVING = """
            select coalesce((select surviving from learner_merge where absorbed = :learner), :learner)
            """;

    /** A learner whose merge was undone leads to itself. */
    private static final String ALIASES = """
            select absorbed from learner_merge where surviving = :learner and absorbed <> :learner order by absorbed
            """;

    private SurvivingLearners() {}

    /**
     * Stores received merges and their undoings, in any order.
     *
     * @throws ContradictingEventException if a version is already stored with different content
     */
    public static void storeMerges(Handle handle, Collection<LearnerMerged> merges) {
        merges.forEach(merge -> MERGES.store(handle, merge));
    }

    public static UUID surviving(Handle handle, UUID learner) {
        return handle.createQuery(FIND_SURVIVING)
                .bind("learner", learner)
                .mapTo(UUID.class)
                .one();
    }

    /** The learners that were merged into this one. */
    public static List<UUID> aliases(Handle handle, UUID surviving) {
        return handle.createQuery(ALIASES)
                .bind("learner", surviving)
                .mapTo(UUID.class)
                .list();
    }
}

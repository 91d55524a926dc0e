package kz.qadam.progress.learner;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.erasure.BlockedLearners;
import kz.qadam.progress.learner.LearnerProgressView.InCohort;
import kz.qadam.progress.learner.LearnerProgressView.Training;
import kz.qadam.progress.trained.AcceptedCompletion;
import org.jdbi.v3.core.Handle;

/** Reads the progress of a learner. */
@ApplicationScoped
public class LearnerProgressReader {

    private static final String COHORTS = """
            select distinct e.cohort, l.trained_on, l.institution
              from enrolment e left join learner_cohort l using (learner_id, cohort)
             where e.learner_id = :learner
               and (:institution::text is null or e.institution = :institution and %s)
            """.formatted(BlockedLearners.notBlocked("e.learner_id"));

    private final Database database;

    LearnerProgressReader(Database database) {
        this.database = database;
    }

    /**
     * Reads the progress in one snapshot; for a learner who was merged, the progress of the surviving learner.
     *
     * @param institution the institution that asks: it sees only cohorts in which it enrolled the learner, and only its
     *     own completions; null sees everything
     */
    public Optional<LearnerProgressView> of(UUID asked, String institution, LocalDate today) {
        return database.transaction(handle -> {
            UUID learner = SurvivingLearners.surviving(handle, asked);
            Map<String, Training> cohorts = cohorts(handle, learner, institution);
            if (cohorts.isEmpty()) {
                return Optional.empty();
            }
            Catalogue catalogue = Catalogue.read(handle);
            SortedSet<LearnerCohort> learnerCohorts = new TreeSet<>();
            cohorts.keySet().forEach(cohort -> learnerCohorts.add(new LearnerCohort(learner, cohort)));
            Map<LearnerCohort, List<AcceptedCompletion>> completions =
                    TrainedStateRows.acceptedCompletions(handle, learnerCohorts);
            return Optional.of(new LearnerProgressView(
                    learner,
                    learnerCohorts.stream()
                            .map(one -> InCohort.of(
                                    one.cohort(),
                                    cohorts.get(one.cohort()),
                                    completions.getOrDefault(one, List.of()),
                                    institution,
                                    catalogue,
                                    today))
                            .toList()));
        });
    }

    private static Map<String, Training> cohorts(Handle handle, UUID learner, String institution) {
        Map<String, Training> cohorts = new TreeMap<>();
        handle.createQuery(COHORTS)
                .bind("learner", learner)
                .bind("institution", institution)
                .map((row, context) -> {
                    cohorts.put(row.getString(1), new Training(row.getObject(2, LocalDate.class), row.getString(3)));
                    return true;
                })
                .list();
        return cohorts;
    }
}

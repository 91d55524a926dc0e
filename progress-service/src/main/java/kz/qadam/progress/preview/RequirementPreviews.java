package kz.qadam.progress.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.learner.TrainedStateRows;
import kz.qadam.progress.trained.AcceptedCompletion;
import org.jdbi.v3.core.Handle;

/** Calculates previews: reads the learners of a cohort in one snapshot, one after the other, without locks. */
@ApplicationScoped
class RequirementPreviews {

    private static final String COMPLETIONS = """
            select c.learner_id, c.cohort, c.id, c.completed_on, c.institution, c.reference, c.course,
                   coalesce(k.hours, 0) as hours, c.region
              from completion c left join course k on k.code = c.course
             where c.cohort = :cohort and c.status = 'accepted'
             order by c.learner_id
            """;

    private final Database database;

    RequirementPreviews(Database database) {
        this.database = database;
    }

    /**
     * The preview of the requirement in a body.
     *
     * @throws kz.qadam.chassis.http.problem.Problem if the body is wrong
     */
    RequirementPreviewView of(ItemFields body) {
        return database.transaction(handle -> {
            handle.execute("set transaction isolation level repeatable read read only");
            Catalogue catalogue = Catalogue.read(handle);
            RequirementPreviewPost post =
                    RequirementPreviewPost.read(body, catalogue.cohorts().keySet(), courses(handle));
            body.throwProblem();
            RequirementPreviewCounter preview = new RequirementPreviewCounter(post, catalogue);
            count(handle, preview, post.cohort());
            return preview.view();
        });
    }

    private static void count(Handle handle, RequirementPreviewCounter preview, String cohort) {
        List<AcceptedCompletion> completions = new ArrayList<>();
        LearnerCohort[] learner = {null};
        handle.createQuery(COMPLETIONS)
                .bind("cohort", cohort)
                .setFetchSize(2_000)
                .map(TrainedStateRows.ACCEPTED)
                .forEach(row -> {
                    if (!row.learner().equals(learner[0])) {
                        addLearner(preview, completions);
                        learner[0] = row.learner();
                    }
                    completions.add(row.completion());
                });
        addLearner(preview, completions);
    }

    private static void addLearner(RequirementPreviewCounter preview, List<AcceptedCompletion> completions) {
        if (!completions.isEmpty()) {
            preview.add(completions);
            completions.clear();
        }
    }

    private static Set<String> courses(Handle handle) {
        return handle.createQuery("select code from course").mapTo(String.class).set();
    }
}

package kz.qadam.progress.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.database.Database;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.trained.AcceptedCompletion;
import org.jdbi.v3.core.Handle;

/** Calculates previews: reads the learners of a cohort in one snapshot, one after the other, without locks. */
@ApplicationScoped
class Previews {

    private record Row(UUID learner, AcceptedCompletion completed) {}

    private static final String COMPLETIONS = """
            select c.learner_id, c.id, c.completed_on, c.institution, c.reference, c.course, coalesce(k.hours, 0), c.region
              from completion c left join course k on k.code = c.course
             where c.cohort = :cohort and c.status = 'accepted'
             order by c.learner_id
            """;

    private final Database database;

    Previews(Database database) {
        this.database = database;
    }

    /**
     * The preview of the requirement in an item.
     *
     * @throws kz.qadam.chassis.problem.Problem if the item is wrong
     */
    PreviewView of(Item item) {
        return database.transaction(handle -> {
            handle.execute("set transaction isolation level repeatable read read only");
            Catalogue catalogue = Catalogue.read(handle);
            PreviewPost post =
                    PreviewPost.read(item.fields(), catalogue.cohorts().keySet(), courses(handle));
            item.fields().problem().ifPresent(problem -> {
                throw problem;
            });
            PreviewCounter preview = new PreviewCounter(post, catalogue);
            count(handle, preview, post.cohort());
            return preview.view();
        });
    }

    private static void count(Handle handle, PreviewCounter preview, String cohort) {
        List<AcceptedCompletion> completions = new ArrayList<>();
        UUID[] learner = {null};
        handle.createQuery(COMPLETIONS)
                .bind("cohort", cohort)
                .setFetchSize(2_000)
                .map((row, context) -> row(row))
                .forEach(row -> {
                    if (!row.learner().equals(learner[0])) {
                        addLearner(preview, completions);
                        learner[0] = row.learner();
                    }
                    completions.add(row.completed());
                });
        addLearner(preview, completions);
    }

    private static void addLearner(PreviewCounter preview, List<AcceptedCompletion> completions) {
        if (!completions.isEmpty()) {
            preview.add(completions);
            completions.clear();
        }
    }

    private static Set<String> courses(Handle handle) {
        return handle.createQuery("select code from course").mapTo(String.class).set();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new AcceptedCompletion(
                        row.getObject(2, UUID.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        row.getString(8)));
    }
}

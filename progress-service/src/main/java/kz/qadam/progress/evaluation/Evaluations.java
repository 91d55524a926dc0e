package kz.qadam.progress.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.CatalogueCopy;
import kz.qadam.progress.catalogue.CatalogueCopy.Change;
import kz.qadam.progress.learner.StateChangeCause;
import org.jdbi.v3.core.Handle;

/** Requests evaluations after a change of the catalogue (counting rule 12). */
@ApplicationScoped
public class Evaluations {

    /** An evaluation that has not begun takes over the newer versions: it will judge by them. */
    private static final String REQUEST = """
            insert into evaluation (cohort, cause, courses, programme_version, cohort_version, course_versions, asked_at)
            values (:cohort, :cause, :courses, :programmeVersion, :cohortVersion, :courseVersions, :now)
            on conflict (cohort) where not begun do update
               set cause = case when evaluation.courses is null then evaluation.cause else excluded.cause end,
                   courses = case when evaluation.courses is null or excluded.courses is null then null
                                  else evaluation.courses || excluded.courses end,
                   programme_version = excluded.programme_version,
                   cohort_version = excluded.cohort_version,
                   course_versions = excluded.course_versions,
                   changed_by = pg_current_xact_id()
            """;

    private final Database database;
    private final EvaluationSteps steps;
    private final ObjectMapper json;
    private final Clock clock;

    Evaluations(Database database, EvaluationSteps steps, ObjectMapper json, Clock clock) {
        this.database = database;
        this.steps = steps;
        this.json = json;
        this.clock = clock;
    }

    /** Requests the evaluations that a change makes necessary; runs in the transaction that changes the catalogue. */
    public void request(Handle handle, CatalogueCopy copy, Catalogue changed) {
        Change change = copy.change();
        if (change.isEmpty()) {
            return;
        }
        Set<String> concerned = new TreeSet<>(change.cohorts());
        if (change.programme() || change.anyCourse()) {
            concerned.addAll(changed.cohorts().keySet());
        }
        String courseVersions = text(copy);
        for (String cohort : concerned) {
            boolean everybody = change.programme() || change.cohorts().contains(cohort);
            request(
                    handle,
                    changed,
                    cohort,
                    cause(change, cohort),
                    everybody ? null : change.courses().toArray(String[]::new),
                    courseVersions);
        }
    }

    private void request(
            Handle handle,
            Catalogue catalogue,
            String cohort,
            StateChangeCause cause,
            String[] courses,
            String courseVersions) {
        handle.createUpdate(REQUEST)
                .bind("cohort", cohort)
                .bind("cause", cause.name())
                .bindByType("courses", courses, String[].class)
                .bind("programmeVersion", catalogue.programmeVersion())
                .bind("cohortVersion", catalogue.cohort(cohort).version())
                .bind("courseVersions", courseVersions)
                .bind("now", clock.instant())
                .execute();
        database.afterCommit(handle, steps::wake);
    }

    /** Requests that everybody in these cohorts is judged again. */
    public void requestAll(Handle handle, CatalogueCopy copy, Catalogue catalogue, Collection<String> cohorts) {
        for (String cohort : cohorts) {
            request(handle, catalogue, cohort, StateChangeCause.PROGRAMME, null, text(copy));
        }
    }

    private static StateChangeCause cause(Change change, String cohort) {
        if (change.programme()) {
            return StateChangeCause.PROGRAMME;
        }
        return change.cohorts().contains(cohort) ? StateChangeCause.REQUIREMENT : StateChangeCause.COURSE;
    }

    private String text(CatalogueCopy copy) {
        try {
            return json.writeValueAsString(copy.courseVersions());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package kz.qadam.progress.learner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.table.SpreadsheetCsv;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.erasure.BlockedLearners;
import kz.qadam.progress.trained.AcceptedCompletion;
import org.jdbi.v3.core.Handle;

/** Lists the learners of an institution with the progress of each. */
@ApplicationScoped
class InstitutionLearners {

    /**
     * Selects learners.
     *
     * @param institution the institution that enrolled them
     * @param viewer the institution that asks: it does not see completions at other institutions; null sees everything
     * @param cohort null for all
     * @param trained null for all
     */
    record Filter(String institution, String viewer, String cohort, Boolean trained) {}

    private record Row(LearnerCohort learner, List<String> enrolments, LearnerProgressView.Training training) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    new LearnerCohort(row.getObject(1, UUID.class), row.getString(2)),
                    List.of((String[]) row.getArray(3).getArray()),
                    new LearnerProgressView.Training(row.getObject(4, LocalDate.class), row.getString(5)));
        }
    }

    private static final String AFTER = """
            select e.learner_id, e.cohort, array_agg(e.reference order by e.reference collate "C"), l.trained_on,
                   l.institution
              from enrolment e left join learner_cohort l using (learner_id, cohort)
             where e.institution = :institution and (e.learner_id, e.cohort) > (:learner, :after)
               and (:cohort::text is null or e.cohort = :cohort)
               and (:trained::boolean is null or (l.trained_on is not null) = :trained)
               and (:viewer::text is null or %s)
             group by e.learner_id, e.cohort, l.trained_on, l.institution
             order by e.learner_id, e.cohort
             limit :limit
            """.formatted(BlockedLearners.notBlocked("e.learner_id"));

    private static final LearnerProgressView.Missing NOTHING = new LearnerProgressView.Missing(List.of(), 0, 0);

    private static final SpreadsheetCsv.Columns<InstitutionLearnerView> CSV = new SpreadsheetCsv.Columns<
                    InstitutionLearnerView>()
            .with("enrolments", one -> String.join(", ", one.enrolments()))
            .with("learnerId", InstitutionLearnerView::learnerId)
            .with("cohort", InstitutionLearnerView::cohort)
            .with("trained", InstitutionLearnerView::trained)
            .with("trainedOn", InstitutionLearnerView::trainedOn)
            .with("hours", InstitutionLearnerView::hours)
            .with("courses", one -> String.join(" ", one.courses()))
            .with("missingCourses", one -> String.join(" ", missing(one).courses()))
            .with("missingMoreCourses", one -> missing(one).moreCourses())
            .with("missingHours", one -> missing(one).hours());

    private final Database database;
    private final Clock clock;

    InstitutionLearners(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Reads the next learners after one, with what they still lack by the requirements in force today. */
    List<InstitutionLearnerView> after(LearnerCohort last, Filter filter, int limit) {
        LocalDate today = AlmatyTime.dayOf(clock.instant());
        return database.transaction(handle -> {
            Catalogue.requireCohort(handle, filter.cohort());
            List<Row> rows = rows(handle, last, filter, limit);
            Catalogue catalogue = Catalogue.read(handle);
            Map<LearnerCohort, List<AcceptedCompletion>> completions = TrainedStateRows.acceptedCompletions(
                    handle, rows.stream().map(Row::learner).collect(Collectors.toCollection(TreeSet::new)));
            return rows.stream()
                    .map(row -> InstitutionLearnerView.of(
                            row.learner().learnerId(),
                            row.enrolments(),
                            LearnerProgressView.InCohort.of(
                                    row.learner().cohort(),
                                    row.training(),
                                    completions.getOrDefault(row.learner(), List.of()),
                                    filter.viewer(),
                                    catalogue,
                                    today)))
                    .toList();
        });
    }

    /**
     * All selected learners as CSV. The first page is read at once, so that a problem is found before the answer
     * begins; the others are read while the CSV is written.
     */
    StreamingOutput csv(Filter filter) {
        List<InstitutionLearnerView> first = after(LearnerCursor.START, filter, Page.MOST);
        return out -> {
            try (var csv = new SpreadsheetCsv<>(out, CSV)) {
                List<InstitutionLearnerView> page = first;
                page.forEach(csv::add);
                while (page.size() == Page.MOST) {
                    InstitutionLearnerView last = page.get(page.size() - 1);
                    page = after(new LearnerCohort(last.learnerId(), last.cohort()), filter, Page.MOST);
                    page.forEach(csv::add);
                }
            }
        };
    }

    private static LearnerProgressView.Missing missing(InstitutionLearnerView one) {
        return one.missing() == null ? NOTHING : one.missing();
    }

    private static List<Row> rows(Handle handle, LearnerCohort last, Filter filter, int limit) {
        return handle.createQuery(AFTER)
                .bind("institution", filter.institution())
                .bind("viewer", filter.viewer())
                .bind("learner", last.learnerId())
                .bind("after", last.cohort())
                .bind("cohort", filter.cohort())
                .bind("trained", filter.trained())
                .bind("limit", limit)
                .map((row, context) -> Row.of(row))
                .list();
    }
}

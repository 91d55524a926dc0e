package kz.qadam.progress.learner;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import kz.qadam.chassis.list.Page;
import kz.qadam.progress.query.CsvTable;

/** All selected learners of an institution as CSV; they are read page by page while the CSV is written. */
record InstitutionLearnersCsv(
        InstitutionLearners learners, InstitutionLearners.Filter filter, List<InstitutionLearnerView> first)
        implements StreamingOutput {

    private static final ProgressView.Missing NOTHING = new ProgressView.Missing(List.of(), 0, 0);

    /** Reads the first page at once, so that a problem is found before the answer begins. */
    static InstitutionLearnersCsv of(InstitutionLearners learners, InstitutionLearners.Filter filter) {
        return new InstitutionLearnersCsv(learners, filter, learners.after(LearnerCursor.START, filter, Page.MOST));
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (CsvTable table = new CsvTable(
                out,
                "enrolments",
                "learnerId",
                "cohort",
                "trained",
                "trainedOn",
                "hours",
                "courses",
                "missingCourses",
                "missingMoreCourses",
                "missingHours")) {
            List<InstitutionLearnerView> page = first;
            while (!page.isEmpty()) {
                page.forEach(one -> add(table, one));
                InstitutionLearnerView last = page.get(page.size() - 1);
                page = page.size() < Page.MOST
                        ? List.of()
                        : learners.after(new LearnerCohort(last.learnerId(), last.cohort()), filter, Page.MOST);
            }
        }
    }

    private static void add(CsvTable table, InstitutionLearnerView one) {
        ProgressView.Missing missing = one.missing() == null ? NOTHING : one.missing();
        table.add(
                String.join(", ", one.enrolments()),
                one.learnerId(),
                one.cohort(),
                one.trained(),
                one.trainedOn(),
                one.hours(),
                String.join(" ", one.courses()),
                String.join(" ", missing.courses()),
                missing.moreCourses(),
                missing.hours());
    }
}

package kz.qadam.progress.learner;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import kz.qadam.chassis.list.Page;
import kz.qadam.progress.query.CsvTable;

/** All of an institution's learners that are wanted, as a table; read page by page while it is written. */
record OwnLearnersCsv(OwnLearners learners, OwnLearners.Wanted wanted, List<OwnLearnerView> first)
        implements StreamingOutput {

    private static final ProgressView.Missing NOTHING = new ProgressView.Missing(List.of(), 0, 0);

    /** With the first page read already, so that what is wrong shows itself before the answer begins. */
    static OwnLearnersCsv of(OwnLearners learners, OwnLearners.Wanted wanted) {
        return new OwnLearnersCsv(learners, wanted, learners.after(LearnerCursor.START, wanted, Page.MOST));
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
            List<OwnLearnerView> page = first;
            while (!page.isEmpty()) {
                page.forEach(one -> add(table, one));
                OwnLearnerView last = page.get(page.size() - 1);
                page = page.size() < Page.MOST
                        ? List.of()
                        : learners.after(new LearnerCohort(last.learnerId(), last.cohort()), wanted, Page.MOST);
            }
        }
    }

    private static void add(CsvTable table, OwnLearnerView one) {
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

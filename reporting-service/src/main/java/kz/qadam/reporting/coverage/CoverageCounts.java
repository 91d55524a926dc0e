package kz.qadam.reporting.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedMap;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.figures.FigureDocuments;
import kz.qadam.reporting.figures.Figures;
import kz.qadam.reporting.figures.Question;

/** Counts the institutions that report, by the definition of {@link Coverages}. */
@ApplicationScoped
public class CoverageCounts {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3_660;

    private final Figures figures;
    private final FigureDocuments documents;

    CoverageCounts(Figures figures, FigureDocuments documents) {
        this.figures = figures;
        this.documents = documents;
    }

    /** {@code GET /v1/progress/coverage}, for a page of this service. */
    public byte[] document(Question question) {
        return documents.of(asked(USUAL_DAYS), question, () -> of(USUAL_DAYS, question));
    }

    CoverageFigures of(int days, Question question) {
        return figures.beside(question, (handle, head) -> {
            SortedMap<String, Coverage.Count> regions =
                    Coverages.counts(handle, new Coverages.Asked(question.moment(), days, null));
            return new CoverageFigures(head, days, Coverage.Count.sum(regions.values()), Coverage.Place.of(regions));
        });
    }

    static String asked(int days) {
        return "coverage " + days;
    }

    /** @throws Problem 400 if that is no number of days that can be asked for */
    static int within(Integer days) {
        int within = days == null ? USUAL_DAYS : days;
        if (within < 1 || within > MOST_DAYS) {
            throw Problem.badParameter("days", "range", "days", 1, MOST_DAYS);
        }
        return within;
    }
}

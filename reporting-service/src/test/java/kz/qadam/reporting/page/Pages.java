package kz.qadam.reporting.page;

import jakarta.enterprise.context.ApplicationScoped;
import kz.qadam.reporting.figures.FigureAnswers;

/** Lets tests ask as if nobody had asked before. */
@ApplicationScoped
public class Pages {

    private final FigureAnswers answers;
    private final DashboardResource dashboard;

    Pages(FigureAnswers answers, DashboardResource dashboard) {
        this.answers = answers;
        this.dashboard = dashboard;
    }

    /** Forgets all answers and pages. */
    public void forget() {
        answers.forget();
        dashboard.forget();
    }
}

package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import kz.qadam.reporting.asof.Moment;

/** The figures of a moment as the public is shown them, for whoever keeps them. */
@ApplicationScoped
public class FigureBytes {

    private final Figures figures;
    private final Provisional provisional;
    private final Rendered rendered;

    FigureBytes(Figures figures, Provisional provisional, Rendered rendered) {
        this.figures = figures;
        this.provisional = provisional;
        this.rendered = rendered;
    }

    /** The body of {@code GET /v1/progress}. */
    public byte[] ofTheProgramme(Moment moment) {
        return rendered.json(figures.progress(question(moment, Head.Audience.published)));
    }

    /** The body of {@code GET /v1/progress/{cohort}}, exact. */
    public byte[] ofTheCohort(String cohort, Moment moment) {
        return rendered.json(figures.cohort(cohort, question(moment, Head.Audience.exact)));
    }

    private Question question(Moment moment, Head.Audience audience) {
        return new Question(moment, provisional.live(moment), audience);
    }
}

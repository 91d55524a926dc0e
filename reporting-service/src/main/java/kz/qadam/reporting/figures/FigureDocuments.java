package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Supplier;
import kz.qadam.chassis.security.Caller;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.asof.Moments;

/**
 * The answers of the API as they are sent, for a page of this service: it shows what a dashboard elsewhere is told, and
 * no more than that to any audience. Answers to one question are about one moment.
 */
@ApplicationScoped
public class FigureDocuments {

    private final Moments moments;
    private final Provisional provisional;
    private final Figures figures;
    private final Rendered rendered;
    private final Caller caller;

    FigureDocuments(Moments moments, Provisional provisional, Figures figures, Rendered rendered, Caller caller) {
        this.moments = moments;
        this.provisional = provisional;
        this.figures = figures;
        this.rendered = rendered;
        this.caller = caller;
    }

    /** What whoever makes this request asks about; each may be null. */
    public Question question(String asOf, String on) {
        Moment moment = moments.of(asOf, on);
        return new Question(moment, provisional.live(moment), Head.Audience.of(caller));
    }

    /** {@code GET /v1/progress}. */
    public byte[] progress(Question question) {
        return rendered.plain(question, "progress", () -> figures.progress(question));
    }

    /** {@code GET /v1/progress/{cohort}}. */
    public byte[] cohort(String cohort, Question question) {
        return rendered.plain(question, "cohort " + cohort, () -> figures.cohort(cohort, question));
    }

    /** {@code GET /v1/progress/{cohort}/breakdown?by=region}. */
    public byte[] regions(String cohort, Question question) {
        Breakdown.By by = Breakdown.By.REGION;
        return rendered.plain(
                question, "breakdown " + by + " " + cohort, () -> figures.breakdown(cohort, by, question));
    }

    /**
     * {@code GET /v1/progress/{cohort}/series?interval=month}.
     *
     * @param region null: of the nation
     * @param to null: up to the day of the question
     */
    public byte[] months(String cohort, String region, LocalDate to, Question question) {
        Series.Place place = Series.Place.of(region, null);
        var span = new Span(Interval.MONTH, null, to);
        return rendered.plain(
                question, "series " + span + place + cohort, () -> figures.series(cohort, place, span, question));
    }

    /** {@code GET /v1/progress/{cohort}/forecast}. */
    public byte[] forecast(String cohort, Question question) {
        return rendered.plain(question, "forecast " + cohort, () -> figures.forecast(cohort, question));
    }

    /** One that another feature answers. */
    public byte[] of(String asked, Question question, Supplier<Object> answer) {
        return rendered.plain(question, asked, answer);
    }
}

package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.qadam.chassis.security.Caller;
import kz.qadam.reporting.rollup.Dimension;

/**
 * The answers of the API as they are sent, for a page of this service: it shows what a dashboard elsewhere is told, and
 * no more than that to any audience. Answers to one question are about one moment.
 */
@ApplicationScoped
public class FigureDocuments {

    private final Questions questions;
    private final Figures figures;
    private final Rendered rendered;
    private final Caller caller;

    FigureDocuments(Questions questions, Figures figures, Rendered rendered, Caller caller) {
        this.questions = questions;
        this.figures = figures;
        this.rendered = rendered;
        this.caller = caller;
    }

    /**
     * Answers whoever makes this request out of several documents, all about one moment: for the public that is one
     * question, however many documents it takes.
     *
     * @param asOf null for what is known now
     * @param on null for the day of that
     * @param asked all of the question beside moment and audience
     * @param rendered the answer, if there is one already; otherwise null
     */
    public <T> T answer(
            String asOf, String on, Object asked, Function<Question, T> rendered, Function<Question, T> answer) {
        return questions.answer(asOf, on, Head.Audience.of(caller), asked, rendered, answer);
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
        Dimension by = Dimension.REGION;
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

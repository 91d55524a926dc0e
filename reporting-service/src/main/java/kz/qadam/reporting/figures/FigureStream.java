package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.asof.Moments;

/** The newest figures of the programme, rendered once for all who listen. */
@ApplicationScoped
class FigureStream {

    /** The figures; two are equal if nobody could tell them apart. */
    record Figure(long version, String json) {}

    private final Moments moments;
    private final Provisional provisional;
    private final Figures figures;
    private final Rendered rendered;

    FigureStream(Moments moments, Provisional provisional, Figures figures, Rendered rendered) {
        this.moments = moments;
        this.provisional = provisional;
        this.figures = figures;
        this.rendered = rendered;
    }

    /**
     * The figures of a moment: with {@code asOf} always the same.
     *
     * @param asOf null for the newest
     * @param on null for today
     */
    Figure at(String asOf, String on, Head.Audience audience) {
        Moment moment = moments.of(asOf, on);
        Question question = new Question(moment, provisional.live(moment), audience);
        byte[] json = rendered.plain(question, "progress", () -> figures.progress(question));
        return new Figure(moment.batch(), new String(json, StandardCharsets.UTF_8));
    }
}

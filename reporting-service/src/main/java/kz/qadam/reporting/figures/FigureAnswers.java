package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Function;
import kz.qadam.chassis.security.Caller;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.asof.Moments;
import org.jboss.resteasy.reactive.RestResponse;

/** How every question about figures is answered: for a moment and an audience, once rendered for all who ask the same. */
@ApplicationScoped
public class FigureAnswers {

    private final Moments moments;
    private final Provisional provisional;
    private final Rendered rendered;
    private final Caller caller;

    FigureAnswers(Moments moments, Provisional provisional, Rendered rendered, Caller caller) {
        this.moments = moments;
        this.provisional = provisional;
        this.rendered = rendered;
        this.caller = caller;
    }

    /**
     * Answers whoever makes this request.
     *
     * @param asked all of the question that the answer depends on beside moment and audience
     */
    public RestResponse<byte[]> answer(
            String asOf,
            String on,
            String asked,
            Format format,
            HttpHeaders headers,
            Function<Question, Object> answer) {
        Head.Audience audience = Head.Audience.of(caller);
        Moment moment = moments.of(asOf, on);
        Question question = new Question(moment, provisional.live(moment), audience);
        return rendered.answer(question, asked, format, headers, () -> answer.apply(question));
    }
}

package kz.qadam.reporting.figures;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
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
    private final Door door;
    private final Caller caller;
    private final CurrentVertxRequest current;

    FigureAnswers(
            Moments moments,
            Provisional provisional,
            Rendered rendered,
            Door door,
            Caller caller,
            CurrentVertxRequest current) {
        this.moments = moments;
        this.provisional = provisional;
        this.rendered = rendered;
        this.door = door;
        this.caller = caller;
        this.current = current;
    }

    /**
     * Answers whoever makes this request.
     *
     * @param asked all of the question that the answer depends on beside moment and audience
     */
    public RestResponse<byte[]> answer(
            String asOf, String on, String asked, Format format, Function<Question, Object> answer) {
        Head.Audience audience = Head.Audience.of(caller);
        Question question = question(moments.of(asOf, on), audience);
        Rendered.Body body = rendered.body(question, asked, format, () -> answer.apply(question));
        HttpServerRequest request = current.getCurrent().request();
        door.remember(request, question, () -> question(moments.remembered(asOf, on), audience), format, body);
        return Reply.of(
                        body,
                        format,
                        request.getHeader(HttpHeaders.ACCEPT_ENCODING),
                        request.getHeader(HttpHeaders.IF_NONE_MATCH))
                .toRest();
    }

    private Question question(Moment moment, Head.Audience audience) {
        return moment == null ? null : new Question(moment, provisional.live(moment), audience);
    }
}

package kz.qadam.reporting.figures;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Function;
import kz.qadam.chassis.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** How every question about figures is answered: for a moment and an audience, once rendered for all who ask the same. */
@ApplicationScoped
public class FigureAnswers {

    private record Answer(Question question, Rendered.Body body) {}

    private record Asked(String asked, Format format) {}

    private final Questions questions;
    private final Rendered rendered;
    private final Door door;
    private final Caller caller;
    private final CurrentVertxRequest current;

    FigureAnswers(Questions questions, Rendered rendered, Door door, Caller caller, CurrentVertxRequest current) {
        this.questions = questions;
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
        Answer answered = questions.answer(
                asOf,
                on,
                Head.Audience.of(caller),
                new Asked(asked, format),
                question -> known(question, rendered.known(question, asked, format)),
                question -> new Answer(question, rendered.body(question, asked, format, () -> answer.apply(question))));
        HttpServerRequest request = current.getCurrent().request();
        door.remember(request, answered.question(), () -> questions.remembered(asOf, on), format, answered.body());
        return Reply.of(
                        answered.body(),
                        format,
                        request.getHeader(HttpHeaders.ACCEPT_ENCODING),
                        request.getHeader(HttpHeaders.IF_NONE_MATCH))
                .toRest();
    }

    private static Answer known(Question question, Rendered.Body body) {
        return body == null ? null : new Answer(question, body);
    }
}

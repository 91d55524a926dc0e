package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.asof.Moments;

/**
 * Puts the questions that are asked. Those who see exact figures settle what they ask about; all others hold nothing up:
 * they settle nothing, and {@link Turns} bounds how much is worked for them.
 */
@ApplicationScoped
class Questions {

    /** A public question as it was put: the same has the same answer. */
    private record Put(String asOf, String on, Object asked) {}

    private final Moments moments;
    private final Provisional provisional;
    private final Turns turns;

    Questions(Moments moments, Provisional provisional, Turns turns) {
        this.moments = moments;
        this.provisional = provisional;
        this.turns = turns;
    }

    /**
     * Answers one.
     *
     * @param asked all of the question beside moment and audience
     * @param rendered the answer, if there is one already; otherwise null
     */
    <T> T answer(
            String asOf,
            String on,
            Head.Audience audience,
            Object asked,
            Function<Question, T> rendered,
            Function<Question, T> answer) {
        if (audience == Head.Audience.exact) {
            return answer.apply(of(moments.of(asOf, on), audience));
        }
        Moment moment = moments.unsettledAtHand(asOf, on);
        T known = moment == null ? null : rendered.apply(of(moment, audience));
        return known != null
                ? known
                : turns.take(new Put(asOf, on, asked), () -> answer.apply(of(moments.unsettled(asOf, on), audience)));
    }

    /** A public one that was answered before; null if it cannot be told from memory. */
    Question remembered(String asOf, String on) {
        Moment moment = moments.remembered(asOf, on);
        return moment == null ? null : of(moment, Head.Audience.published);
    }

    /** One about what is known now. */
    Question now(String on, Head.Audience audience) {
        return of(moments.unsettled(null, on), audience);
    }

    private Question of(Moment moment, Head.Audience audience) {
        return new Question(moment, provisional.live(moment), audience);
    }
}

package kz.qadam.reporting.figures;

import java.util.Objects;
import kz.qadam.reporting.release.PublishedState;
import kz.qadam.reporting.release.Release;

/**
 * Published figures: all that a public answer is made from is a release and the releases before it.
 *
 * @param definition the address of the page that defines the figures
 */
public record PublishedContext(PublishedState state, String definition) implements FigureContext {

    @Override
    public AnswerHead.Audience audience() {
        return AnswerHead.Audience.published;
    }

    @Override
    public long version() {
        return state.number();
    }

    /** The release; null before the first. */
    public Release release() {
        return state.release();
    }

    /** Equal releases give equal answers; the number identifies a release. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PublishedContext that
                && state.number() == that.state.number()
                && state.isOpened() == that.state.isOpened()
                && Objects.equals(state.nextRelease(), that.state.nextRelease());
    }

    @Override
    public int hashCode() {
        return Objects.hash(state.number(), state.nextRelease());
    }
}

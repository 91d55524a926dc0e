package kz.qadam.reporting.figures;

/** Everything that an answer depends on besides its question. */
public sealed interface FigureContext permits ExactContext, PublishedContext {

    /** Who may see the answer. */
    AnswerHead.Audience audience();

    /** The version of the figures: the number of the batch, or of the release. */
    long version();
}

package kz.qadam.reporting.figures;

import kz.qadam.reporting.asof.PointInTime;

/** The point in time at which a question about figures is answered, and the audience of the answer. */
public record FigureContext(PointInTime time, AnswerHead.Audience audience) {}

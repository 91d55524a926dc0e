package kz.qadam.reporting.figures;

import kz.qadam.reporting.asof.Moment;

/** At which point in time a question about figures is answered, and for whom. */
public record FigureContext(Moment moment, Head.Audience audience) {}

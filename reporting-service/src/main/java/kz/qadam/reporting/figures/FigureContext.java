package kz.qadam.reporting.figures;

import kz.qadam.reporting.asof.PointInTime;

/** At which point in time a question about figures is answered, and for whom. */
public record FigureContext(PointInTime time, Head.Audience audience) {}

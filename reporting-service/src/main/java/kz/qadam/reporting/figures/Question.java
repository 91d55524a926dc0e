package kz.qadam.reporting.figures;

import java.util.List;
import kz.qadam.reporting.asof.Moment;

/**
 * What every question about figures has.
 *
 * @param live what the intake itself knows at this moment that makes figures provisional
 */
public record Question(Moment moment, List<Because> live, Head.Audience audience) {}

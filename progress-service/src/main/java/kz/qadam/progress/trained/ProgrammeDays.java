package kz.qadam.progress.trained;

import java.time.LocalDate;

/** The days that count, the first and the last included. */
public record ProgrammeDays(LocalDate startsOn, LocalDate horizon) {

    public boolean include(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(horizon);
    }
}

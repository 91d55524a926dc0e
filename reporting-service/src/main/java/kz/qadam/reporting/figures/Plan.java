package kz.qadam.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Catalogue;

/** The straight line from nothing on the first day to the target on the last, and how a figure compares with it. */
record Plan(LocalDate startsOn, LocalDate horizon) {

    /** How a figure stands against its plan. */
    enum Status {
        REACHED,
        AHEAD,
        ON_TRACK,
        BEHIND,
        NO_TARGET;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** At least where the plan says it should be, less 5 %. */
        boolean isOnTrack() {
            return this == REACHED || this == AHEAD || this == ON_TRACK;
        }
    }

    /** Empty while the programme is not known: then nothing is expected yet. */
    static Optional<Plan> of(Catalogue catalogue) {
        return catalogue.programme().map(one -> new Plan(one.startsOn(), one.horizon()));
    }

    private static final BigDecimal DAYS_A_MONTH = new BigDecimal("30.4375");

    /** Where the plan says it should be, in whole people; 0 before it starts, the target when it has ended. */
    long expected(long target, LocalDate on) {
        if (!on.isBefore(horizon)) {
            return target;
        }
        if (!on.isAfter(startsOn)) {
            return 0;
        }
        return BigDecimal.valueOf(target)
                .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(startsOn, on)))
                .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(startsOn, horizon)), 0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** How many have to be trained each month from now on; null when none are missing or no time is left. */
    Long requiredPerMonth(long remaining, LocalDate on) {
        long daysLeft = ChronoUnit.DAYS.between(on, horizon);
        if (remaining == 0 || daysLeft <= 0) {
            return null;
        }
        return BigDecimal.valueOf(remaining)
                .multiply(DAYS_A_MONTH)
                .divide(BigDecimal.valueOf(daysLeft), 0, RoundingMode.UP)
                .longValueExact();
    }

    static Status status(long target, long trained, long expected) {
        if (trained >= target) {
            return Status.REACHED;
        }
        if (trained * 100 > expected * 105) {
            return Status.AHEAD;
        }
        return trained * 100 >= expected * 95 ? Status.ON_TRACK : Status.BEHIND;
    }

    /** Rounded down, so that 99.996 % does not read 100; may exceed 100. Of a target of nothing there is no share. */
    static BigDecimal percent(long target, long trained) {
        return target == 0
                ? null
                : BigDecimal.valueOf(trained)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(target), 2, RoundingMode.DOWN);
    }

    /** What 90 days brought, for a month. */
    static BigDecimal perMonth(long in90Days) {
        return BigDecimal.valueOf(in90Days).divide(BigDecimal.valueOf(3), 1, RoundingMode.DOWN);
    }
}

package kz.qadam.reporting.catalogue.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The season of a plan: how the work of a year is divided among its months. All days of a month have the same weight.
 *
 * @param weights the weights of January to December, relative to each other; empty: all days have the same weight
 */
public record Season(List<Integer> weights) {

    /** All days have the same weight. */
    public static final Season EVEN = new Season(List.of());

    private static final int MONTHS = 12;

    /** A common multiple of the lengths of months, so that the weights of days are whole numbers. */
    private static final long MONTH = 28L * 29 * 15 * 31;

    /** @throws IllegalArgumentException if the weights are not those of a year */
    public Season {
        weights = List.copyOf(weights);
        if (!weights.isEmpty()) {
            if (weights.size() != MONTHS || weights.stream().anyMatch(weight -> weight < 0 || weight > 1_000)) {
                throw new IllegalArgumentException("season is not twelve weights from 0 to 1000.");
            }
            if (weights.stream().allMatch(weight -> weight == 0)) {
                throw new IllegalArgumentException("season has no month with a weight above 0.");
            }
        }
    }

    /**
     * The season of several cohorts together.
     *
     * @param people how many people follow each season
     */
    public static Season together(Map<Season, Long> people) {
        double[] all = new double[MONTHS];
        people.forEach((season, count) -> {
            for (int month = 0; month < MONTHS; month++) {
                all[month] +=
                        count * (season.weights.isEmpty() ? 1 : season.weights.get(month) * 12.0 / season.yearly());
            }
        });
        double most = Arrays.stream(all).max().orElse(0);
        return most == 0 || people.keySet().equals(Set.of(EVEN))
                ? EVEN
                : new Season(Arrays.stream(all)
                        .mapToObj(weight -> (int) Math.round(1_000 * weight / most))
                        .toList());
    }

    /** The sum of the weights of the days after the first day, up to and including the second. */
    public long between(LocalDate after, LocalDate upTo) {
        return through(upTo) - through(after);
    }

    /** The weight of a day, where an average day of the year has the weight 1. */
    public double ofDay(LocalDate day) {
        if (weights.isEmpty()) {
            return 1;
        }
        double year = yearly();
        return weightOf(day) * day.lengthOfYear() / (year * day.lengthOfMonth());
    }

    private long through(LocalDate day) {
        if (weights.isEmpty()) {
            return day.toEpochDay();
        }
        long months = day.getYear() * yearly();
        for (int month = 1; month < day.getMonthValue(); month++) {
            months += weights.get(month - 1);
        }
        return months * MONTH + MONTH / day.lengthOfMonth() * weightOf(day) * day.getDayOfMonth();
    }

    private long weightOf(LocalDate day) {
        return weights.get(day.getMonthValue() - 1);
    }

    private long yearly() {
        return weights.stream().mapToLong(Integer::longValue).sum();
    }
}

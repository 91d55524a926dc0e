package kz.qadam.benchmarks.backtest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** A synthetic history: what happened until its end, and what was known of it on each day. */
final class SyntheticHistory {

    static final LocalDate STARTS_ON = LocalDate.of(2026, 1, 1);
    static final LocalDate HORIZON = LocalDate.of(2030, 12, 31);
    private static final int DAYS = (int) ChronoUnit.DAYS.between(STARTS_ON, HORIZON) + 1;
    private static final int LONGEST_DELAY = 120;

    private final long[] daily = new long[DAYS];
    private final long[][] delayed = new long[DAYS][];
    private final long target;

    /** Generates a history; the same seed generates the same history. */
    SyntheticHistory(HistoryKind kind, long seed) {
        UniformRandomProvider chance = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        var normal = ZigguratSampler.NormalizedGaussian.of(chance);
        double[] months = new double[12];
        for (int month = 0; month < 12; month++) {
            months[month] = StrictMath.exp(0.25 * normal.sample());
        }
        List<double[]> shocks = shocks(kind, chance);
        double wander = 0;
        double month = 0;
        double year = 0;
        double people = kind.perDay() * 365 * 5 * 1.3;
        double trained = 0;
        for (int day = 0; day < DAYS; day++) {
            LocalDate on = STARTS_ON.plusDays(day);
            if (on.getDayOfMonth() == 1) {
                wander += 0.03 * normal.sample();
                month = 0.4 * month + 0.12 * normal.sample();
            }
            if (on.getDayOfMonth() == 1 && on.getMonthValue() == 9) {
                year += kind.yearly() * normal.sample();
            }
            double pace = kind.perDay() * StrictMath.exp(wander + month + year);
            pace *= kind.real().ofDay(on) * months[on.getMonthValue() - 1] * week(on);
            pace *= kind.rise() > 0 ? 1 / (1 + StrictMath.exp(-8 * (day / 365.0 / kind.rise() - 0.5))) : 1;
            pace *= kind.exhausted() ? Math.max(0, 1 - trained / people) : 1;
            for (double[] shock : shocks) {
                pace *= day >= shock[0] && day < shock[1] ? shock[2] : 1;
            }
            daily[day] = pace <= 0
                    ? 0
                    : PoissonSampler.of(chance, pace * dayFactor(normal)).sample();
            trained += daily[day];
            delayed[day] = delays(kind, daily[day], chance);
        }
        this.target = Math.max(1, Math.round(trained * (0.75 + 0.5 * chance.nextDouble())));
    }

    /** A random factor of a day: days differ more than a Poisson distribution alone would make them. */
    private static double dayFactor(ZigguratSampler.NormalizedGaussian normal) {
        return StrictMath.exp(0.3 * normal.sample() - 0.045);
    }

    private static double week(LocalDate on) {
        return on.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.1 : on.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.5 : 1.28;
    }

    private static List<double[]> shocks(HistoryKind kind, UniformRandomProvider chance) {
        List<double[]> shocks = new ArrayList<>();
        for (int i = 0; i < kind.shocks() * 5; i++) {
            double from = chance.nextDouble() * DAYS;
            boolean standStill = chance.nextDouble() < 0.3;
            double days = standStill ? 20 + 50 * chance.nextDouble() : 7 + 21 * chance.nextDouble();
            shocks.add(new double[] {from, from + days, standStill ? 0.05 : 2 + 2 * chance.nextDouble()});
        }
        return shocks;
    }

    /** The reporting delays: most reports come after some days, but a tenth is reported late in one go. */
    private static long[] delays(HistoryKind kind, long people, UniformRandomProvider chance) {
        long[] delays = new long[LONGEST_DELAY + 1];
        for (long i = 0; i < people; i++) {
            boolean piled = chance.nextDouble() < 0.1;
            double mean = piled ? 2.5 * kind.lateDays() : 0.83 * kind.lateDays();
            int delay = (int) (-mean * StrictMath.log(1 - chance.nextDouble()));
            delays[Math.min(LONGEST_DELAY, delay)]++;
        }
        return delays;
    }

    /** How many people were trained on each day up to this one, as far as reports had come by its end. */
    NavigableMap<LocalDate, Long> knownOn(LocalDate on) {
        NavigableMap<LocalDate, Long> known = new TreeMap<>();
        int through = (int) ChronoUnit.DAYS.between(STARTS_ON, on);
        for (int day = 0; day <= through; day++) {
            long trained = 0;
            for (int delay = 0; delay <= Math.min(LONGEST_DELAY, through - day); delay++) {
                trained += delayed[day][delay];
            }
            if (trained > 0) {
                known.put(STARTS_ON.plusDays(day), trained);
            }
        }
        return known;
    }

    long trainedBy(LocalDate on) {
        long trained = 0;
        for (int day = 0; day <= ChronoUnit.DAYS.between(STARTS_ON, on); day++) {
            trained += daily[day];
        }
        return trained;
    }

    /** The day on which the target was reached; empty if it never was. */
    Optional<LocalDate> reachedOn() {
        long trained = 0;
        for (int day = 0; day < DAYS; day++) {
            trained += daily[day];
            if (trained >= target) {
                return Optional.of(STARTS_ON.plusDays(day));
            }
        }
        return Optional.empty();
    }

    long target() {
        return target;
    }
}

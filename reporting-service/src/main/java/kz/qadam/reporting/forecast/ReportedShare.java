package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.NavigableMap;

/**
 * The reporting delay: which share of a day is already reported, by the age of the day in weeks. It is learned from the
 * counts that were known 91 and 182 days earlier, compared with the counts of the same days now. Without earlier counts
 * the newest four weeks are treated as unknown.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ReportedShare(double[] weeks) {

    private static final int WEEK = 7;
    private static final int WEEKS = 13;
    private static final int UNKNOWN_WEEKS = 4;

    /** Days with a smaller known share are left out; the others are corrected. */
    private static final double LEAST = 0.8;

    /** If less than this share was known after all weeks, the reports were not late: nobody had begun to report. */
    private static final double CREDIBLE = 0.6;

    private static final long LEAST_PEOPLE = 100;

    static ReportedShare of(ForecastInput outlook) {
        long[] then = new long[WEEKS];
        long[] now = new long[WEEKS];
        for (ForecastInput.Known earlier : outlook.earlier()) {
            add(earlier, outlook.trained(), then, now);
        }
        if (Arrays.stream(now).sum() < LEAST_PEOPLE || then[WEEKS - 1] < CREDIBLE * now[WEEKS - 1]) {
            double[] unknown = new double[UNKNOWN_WEEKS];
            return new ReportedShare(unknown);
        }
        double[] weeks = new double[WEEKS];
        double most = 0;
        for (int week = 0; week < WEEKS; week++) {
            most = Math.max(most, now[week] == 0 ? most : Math.min(1, (double) then[week] / now[week]));
            weeks[week] = most;
        }
        return new ReportedShare(weeks);
    }

    private static void add(
            ForecastInput.Known earlier, NavigableMap<LocalDate, Long> trained, long[] then, long[] now) {
        for (int age = 0; age < WEEKS * WEEK; age++) {
            LocalDate day = earlier.on().minusDays(age);
            then[age / WEEK] += earlier.trained().getOrDefault(day, 0L);
            now[age / WEEK] += trained.getOrDefault(day, 0L);
        }
    }

    /** The share of a day that is known, 0 to 1. */
    double of(LocalDate day, LocalDate knownOn) {
        int week = (int) Math.max(0, ChronoUnit.DAYS.between(day, knownOn) / WEEK);
        return week < weeks.length ? weeks[week] : 1;
    }

    /** The last day whose known share is large enough. */
    LocalDate last(LocalDate on, LocalDate knownOn) {
        LocalDate day = on;
        while (of(day, knownOn) < LEAST) {
            day = day.minusDays(1);
        }
        return day;
    }
}

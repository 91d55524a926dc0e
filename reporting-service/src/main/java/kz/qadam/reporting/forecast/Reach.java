package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** When a target is reached, in each of many ways in which it might go on. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Reach(int[] epochDays) {

    /** Not by the horizon, after which nothing counts. */
    static final int NEVER = Integer.MAX_VALUE;

    static Reach certain(LocalDate day) {
        int[] days = new int[Paths.WAYS];
        Arrays.fill(days, (int) day.toEpochDay());
        return new Reach(days);
    }

    static Reach never() {
        int[] days = new int[Paths.WAYS];
        Arrays.fill(days, NEVER);
        return new Reach(days);
    }

    /** When each of several targets is reached, if they have nothing to do with each other. */
    static Reach ofAll(List<Reach> all) {
        int[] days = new int[Paths.WAYS];
        for (Reach one : all) {
            for (int way = 0; way < days.length; way++) {
                days[way] = Math.max(days[way], one.epochDays[way]);
            }
        }
        return new Reach(days);
    }

    Band<LocalDate> band() {
        int[] sorted = epochDays.clone();
        Arrays.sort(sorted);
        return new Band<>(by(sorted, 0.1), by(sorted, 0.5), by(sorted, 0.9));
    }

    private static LocalDate by(int[] sorted, double share) {
        int day = sorted[(int) Math.ceil(share * sorted.length) - 1];
        return day == NEVER ? null : LocalDate.ofEpochDay(day);
    }

    /** In whole hundredths: 0 and 1 are said of what has been decided, not of what is forecast. */
    double probability(boolean decided) {
        long there = Arrays.stream(epochDays).filter(day -> day != NEVER).count();
        long hundredths = Math.round(100.0 * there / epochDays.length);
        return (decided ? hundredths : Math.min(99, Math.max(1, hundredths))) / 100.0;
    }
}

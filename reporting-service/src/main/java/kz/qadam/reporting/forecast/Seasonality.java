package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import kz.qadam.reporting.catalogue.plan.Season;

/**
 * The weight of a day in each month, relative to an average day: the season of the plan, corrected by each full year of
 * the history. The plan counts as one year.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Seasonality(double[] months) {

    private static final int MONTHS = 12;
    private static final int YEAR = 365;
    private static final double PLAN_COUNTS = 1;

    static Seasonality of(Season plan, History history) {
        double[] sum = new double[MONTHS];
        double[] count = new double[MONTHS];
        for (int month = 0; month < MONTHS; month++) {
            sum[month] = PLAN_COUNTS * plan.ofDay(LocalDate.of(2026, month + 1, 1));
            count[month] = PLAN_COUNTS;
        }
        int years = history.daily().length / YEAR;
        for (int year = 0; year < years; year++) {
            learn(history, history.daily().length - (year + 1) * YEAR, sum, count);
        }
        double[] months = new double[MONTHS];
        double all = 0;
        for (int month = 0; month < MONTHS; month++) {
            months[month] = sum[month] / count[month];
            all += months[month] * LocalDate.of(2026, month + 1, 1).lengthOfMonth();
        }
        for (int month = 0; month < MONTHS; month++) {
            months[month] *= YEAR / all;
        }
        return new Seasonality(months);
    }

    private static void learn(History history, int from, double[] sum, double[] count) {
        double[] trained = new double[MONTHS];
        int[] days = new int[MONTHS];
        double all = 0;
        for (int day = from; day < from + YEAR; day++) {
            int month = history.first().plusDays(day).getMonthValue() - 1;
            trained[month] += history.daily()[day];
            days[month]++;
            all += history.daily()[day];
        }
        for (int month = 0; month < MONTHS; month++) {
            if (all > 0) {
                sum[month] += trained[month] / days[month] * YEAR / all;
                count[month]++;
            }
        }
    }

    double of(LocalDate day) {
        return months[day.getMonthValue() - 1];
    }
}

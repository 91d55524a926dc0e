package kz.qadam.reporting.forecast;

/**
 * A history in windows of four weeks; the last window ends with the history. Each window has every weekday four times,
 * and thirteen windows are a year.
 *
 * @param pace people trained on a day of average season, oldest window first
 * @param weight the length of a window in such days
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Windows(double[] pace, double[] weight) {

    static final int DAYS = 28;
    static final int A_YEAR = 13;

    static Windows of(History history, Seasonality seasonality) {
        int count = history.daily().length / DAYS;
        int skipped = history.daily().length - count * DAYS;
        double[] pace = new double[count];
        double[] weight = new double[count];
        for (int window = 0; window < count; window++) {
            double trained = 0;
            for (int day = 0; day < DAYS; day++) {
                int at = skipped + window * DAYS + day;
                trained += history.daily()[at];
                weight[window] += seasonality.of(history.first().plusDays(at));
            }
            pace[window] = weight[window] > 0 ? trained / weight[window] : 0;
        }
        return new Windows(pace, weight);
    }
}

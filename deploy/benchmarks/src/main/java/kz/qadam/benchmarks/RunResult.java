package kz.qadam.benchmarks;

/**
 * The result of one run of one side.
 *
 * @param events the number of processed events
 * @param seconds by the wall clock
 * @param cpu CPU seconds of the measured processes
 */
record RunResult(long events, double seconds, double cpu) {

    /** CPU microseconds for each event. */
    double cpuPerEvent() {
        return cpu / events * 1e6;
    }

    /** Events per second. */
    double rate() {
        return events / seconds;
    }
}

package kz.qadam.benchmarks;

/**
 * What one run of one side used and did.
 *
 * @param events how many it dealt with
 * @param seconds by the wall clock
 * @param cpu CPU seconds of the processes that count
 */
record Run(long events, double seconds, double cpu) {

    /** Microseconds of CPU for each event. */
    double cpuPerEvent() {
        return cpu / events * 1e6;
    }

    /** Events per second. */
    double rate() {
        return events / seconds;
    }
}

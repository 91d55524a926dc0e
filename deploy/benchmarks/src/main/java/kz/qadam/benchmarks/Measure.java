package kz.qadam.benchmarks;

/** One of the measures M1 to M12. */
interface Measure {

    /**
     * Measures, and adds the lines to the report.
     *
     * @throws WrongCount if the counts after a run are wrong
     */
    void take(Lab lab, Report report) throws Exception;
}

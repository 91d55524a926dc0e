package kz.qadam.benchmarks;

/** One of the measures M1 to M9. */
interface Measure {

    /**
     * Measures, and adds what it finds to the report.
     *
     * @throws WrongCount if what it left behind is not what it should be
     */
    void take(Lab lab, Report report) throws Exception;
}

package kz.qadam.reporting.audit.worklist;

/**
 * Which records of a worklist a page shows.
 *
 * @param state null: all
 * @param after the position after which they begin
 */
record WorklistRecordFilter(RecordState state, int after) {

    private static final String ALL = "all";

    /** What is still open, or all of a closed worklist. */
    static WorklistRecordFilter usual(Worklist worklist) {
        return new WorklistRecordFilter(worklist.isClosed() ? null : RecordState.OPEN, 0);
    }

    /**
     * What the parameters of the page, or the members of a form, say.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 400 for another state
     */
    static WorklistRecordFilter of(String show, String after, Worklist worklist) {
        WorklistRecordFilter usual = usual(worklist);
        return new WorklistRecordFilter(
                show == null ? usual.state : ofParameter(show),
                after == null || !after.matches("\\d{1,4}") ? 0 : Integer.parseInt(after));
    }

    private static RecordState ofParameter(String show) {
        return show.equals(ALL) ? null : RecordState.ofParameter(show);
    }

    public String toParameter() {
        return state == null ? ALL : state.toString();
    }
}

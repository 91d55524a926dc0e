package kz.qadam.reporting.audit.worklist;

/**
 * Which records of a worklist a page shows.
 *
 * @param state null: all
 * @param after the position after which they begin
 */
record ShownRecords(RecordState state, int after) {

    private static final String ALL = "all";

    /** What is still open, or all of a closed worklist. */
    static ShownRecords usual(Worklist worklist) {
        return new ShownRecords(worklist.isClosed() ? null : RecordState.OPEN, 0);
    }

    /**
     * What the parameters of the page, or the members of a form, say.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 400 for another state
     */
    static ShownRecords of(String show, String after, Worklist worklist) {
        ShownRecords usual = usual(worklist);
        return new ShownRecords(
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

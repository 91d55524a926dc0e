package kz.qadam.benchmarks;

/**
 * The goal of a ratio, or of a value that is compared with nothing.
 *
 * @param isCeiling whether lower is better
 */
record MeasureGoal(double reach, double beyond, boolean isCeiling) {

    static MeasureGoal atMost(double reach, double beyond) {
        return new MeasureGoal(reach, beyond, true);
    }

    static MeasureGoal atLeast(double reach, double beyond) {
        return new MeasureGoal(reach, beyond, false);
    }

    Verdict judge(double value) {
        if (meets(value, beyond)) {
            return Verdict.BEYOND;
        }
        return meets(value, reach) ? Verdict.REACHED : Verdict.MISSED;
    }

    private boolean meets(double value, double bound) {
        return isCeiling ? value <= bound : value >= bound;
    }

    @Override
    public String toString() {
        return "%s %s; %s".formatted(isCeiling ? "≤" : "≥", Spread.shown(reach), Spread.shown(beyond));
    }

    enum Verdict {
        BEYOND("beyond"),
        REACHED("reached"),
        MISSED("**missed**");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}

package kz.qadam.benchmarks;

/**
 * The goal of a ratio.
 *
 * @param isCeiling whether lower is better
 */
record RatioGoal(double reach, double beyond, boolean isCeiling) {

    static RatioGoal atMost(double reach, double beyond) {
        return new RatioGoal(reach, beyond, true);
    }

    static RatioGoal atLeast(double reach, double beyond) {
        return new RatioGoal(reach, beyond, false);
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

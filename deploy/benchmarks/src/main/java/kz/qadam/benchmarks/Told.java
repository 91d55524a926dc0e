package kz.qadam.benchmarks;

/** Texts as long as those that progress-service tells of a completion and of a trained learner. */
final class Told {

    static final String RECORDED = "r".repeat(520);
    static final String TRAINED = "t".repeat(480);

    private Told() {}
}

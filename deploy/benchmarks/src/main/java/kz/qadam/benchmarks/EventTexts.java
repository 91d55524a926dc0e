package kz.qadam.benchmarks;

/** Texts as long as the events that progress-service publishes about a completion and about a trained learner. */
final class EventTexts {

    static final String RECORDED = "r".repeat(520);
    static final String TRAINED = "t".repeat(480);

    private EventTexts() {}
}

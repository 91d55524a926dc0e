package kz.qadam.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.qadam.load.LoadCallers;
import kz.qadam.load.ServiceLoad;

/**
 * A change while clients write and read; then everything is sent once more, and the figures are compared with what was
 * acknowledged.
 *
 * @param news is given what was seen, line by line
 */
record ChangeUnderLoad(ServiceLoad load, Consumer<String> news) {

    static final String INSTITUTION = "school-42";

    private static final String COURSE = "AI-101";
    private static final Duration TO_BE_COUNTED = Duration.ofMinutes(2);

    /** What happens under load. */
    @FunctionalInterface
    interface Change {
        void make() throws IOException, InterruptedException;
    }

    /** Who sends and reads the load, with these tokens. */
    static LoadCallers callers(String partner, String auditor) {
        return new LoadCallers(INSTITUTION, COURSE, partner, auditor);
    }

    /**
     * Makes the change.
     *
     * @return what went wrong; empty if the load met no error and the figures are what was acknowledged
     */
    List<String> make(Change change) throws IOException, InterruptedException {
        load.begin();
        change.make();
        List<String> wrong = new ArrayList<>(load.end().errors());
        news.accept(load.tally().toString());
        news.accept("acknowledged: " + load.acknowledged());
        news.accept("sent again: " + load.sendAgain());
        List<String> differences = load.differences(TO_BE_COUNTED);
        news.accept(differences.isEmpty() ? "The figures are what was acknowledged." : "The figures differ.");
        wrong.addAll(differences);
        return wrong;
    }
}

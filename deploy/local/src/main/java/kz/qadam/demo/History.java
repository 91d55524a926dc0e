package kz.qadam.demo;

import java.util.List;

/**
 * All that institutions say about two years, in the order in which they say it.
 *
 * @param unfounded completions whose enrolments nobody sends
 */
record History(
        Plan plan,
        List<Partner> partners,
        List<Enrolment> enrolments,
        List<Completion> completions,
        List<Completion> unfounded,
        List<Amendment> amendments) {

    private static final int TWICE = 500;

    /** Those amendments that are of one kind. */
    <A extends Amendment> List<A> amendments(Class<A> kind) {
        return amendments.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Enrolment> enrolmentsSentTwice() {
        return enrolments.subList(0, Math.min(TWICE, enrolments.size()));
    }

    List<Completion> completionsSentTwice() {
        return completions.subList(0, Math.min(TWICE, completions.size()));
    }

    /** How many rows it takes to say it all. */
    int rows() {
        return enrolments.size()
                + completions.size()
                + unfounded.size()
                + amendments.size()
                + enrolmentsSentTwice().size()
                + completionsSentTwice().size();
    }
}

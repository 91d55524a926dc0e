package kz.qadam.demo;

import java.util.List;

/**
 * Everything that institutions report about some years, in the order in which they report it.
 *
 * @param unfounded completions whose enrolments are never sent
 */
record History(
        DemoPlan plan,
        List<Partner> partners,
        List<Enrolment> enrolments,
        List<Completion> completions,
        List<Completion> unfounded,
        List<Amendment> amendments) {

    private static final int TWICE = 500;

    /** The amendments of one kind. */
    <A extends Amendment> List<A> amendments(Class<A> kind) {
        return amendments.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Enrolment> enrolmentsSentTwice() {
        return enrolments.subList(0, Math.min(TWICE, enrolments.size()));
    }

    List<Completion> completionsSentTwice() {
        return completions.subList(0, Math.min(TWICE, completions.size()));
    }

    /** The number of rows of all reports. */
    int rows() {
        return enrolments.size()
                + completions.size()
                + unfounded.size()
                + amendments.size()
                + enrolmentsSentTwice().size()
                + completionsSentTwice().size();
    }
}

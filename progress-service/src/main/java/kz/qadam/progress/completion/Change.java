package kz.qadam.progress.completion;

/**
 * A completion before and after something has happened to it.
 *
 * @param before null if it is new
 */
record Change(Completion before, Completion after) {

    /** Whether nothing was told about it before: it is new, or its enrolment was not known. */
    boolean isFirstTold() {
        return before == null || before.enrolled() == null;
    }

    int pendingChange() {
        return count(after, Status.PENDING) - count(before, Status.PENDING);
    }

    int refusedChange() {
        return count(after, Status.REFUSED) - count(before, Status.REFUSED);
    }

    private static int count(Completion completion, Status status) {
        return completion != null && completion.standing().status() == status ? 1 : 0;
    }
}

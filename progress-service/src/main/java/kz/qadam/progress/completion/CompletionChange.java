package kz.qadam.progress.completion;

/**
 * A completion before and after something has happened to it.
 *
 * @param before null if it is new
 */
record CompletionChange(Completion before, Completion after) {

    /** The enrolment that it had before: null if it is new, or if its enrolment was not known. */
    Enrolled enrolledBefore() {
        return before == null ? null : before.enrolled();
    }

    /** Both as one change: readers of events need not know that there was a state between. */
    CompletionChange then(CompletionChange next) {
        return new CompletionChange(before, next.after);
    }

    int pendingChange() {
        return count(after, Status.PENDING) - count(before, Status.PENDING);
    }

    int refusedChange() {
        return count(after, Status.REFUSED) - count(before, Status.REFUSED);
    }

    private static int count(Completion completion, Status status) {
        return completion != null && completion.state().status() == status ? 1 : 0;
    }
}

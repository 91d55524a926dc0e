package kz.qadam.progress.completion;

/**
 * A completion before and after something has happened to it.
 *
 * @param before null if it is new
 */
record Change(Completion before, Completion after) {

    /** What it was told under before: null if it is new, or if its enrolment was not known. */
    Enrolled enrolledBefore() {
        return before == null ? null : before.enrolled();
    }

    /** Both as one: whoever hears of it need not know that there was a state between. */
    Change then(Change next) {
        return new Change(before, next.after);
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

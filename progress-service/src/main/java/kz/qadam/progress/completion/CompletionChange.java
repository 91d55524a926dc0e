package kz.qadam.progress.completion;

/**
 * The states of a completion before and after a change.
 *
 * @param before null if the completion is new
 */
record CompletionChange(Completion before, Completion after) {

    boolean isNew() {
        return before == null;
    }

    /** The enrolment in the state before; null if the completion is new, or if its enrolment was not known. */
    EnrolmentAttributes enrolledBefore() {
        return before == null ? null : before.enrolled();
    }

    /** Joins two changes of one completion: consumers of events need not know the state between them. */
    CompletionChange followedBy(CompletionChange next) {
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

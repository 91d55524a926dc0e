package kz.qadam.enrolment.erasure;

import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskPlace;

/**
 * What the page of erasure tasks shows.
 *
 * @param open the tasks that the institution has not confirmed, the oldest first
 * @param asked what somebody is asked to confirm; null if nothing
 * @param problem why a form was refused; null if none was
 */
record ErasureTasksView(DeskPlace place, List<ErasureTask> open, Asked asked, String problem) {

    /** A task and the outcome, such as {@code forgotten}. */
    record Asked(ErasureTask task, String outcome) {}

    public String references(ErasureTask task) {
        return String.join(", ", task.enrolmentReferences());
    }

    /** Since when a task waits, and until when. */
    public String days(ErasureTask task) {
        return place.tell(
                Message.of("erasure-tasks.days", place.day(task.createdAt()), place.day(task.clearedAfter())));
    }

    public String confirmation(ErasureTask task) {
        return place.page(ErasureTaskPage.PATH + "/" + task.id() + "/confirmation");
    }
}

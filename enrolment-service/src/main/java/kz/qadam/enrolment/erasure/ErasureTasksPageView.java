package kz.qadam.enrolment.erasure;

import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;

/**
 * What the page of erasure tasks shows.
 *
 * @param ofOffice whether it is shown to the office, with the tasks of all institutions
 * @param open the tasks that nobody has confirmed, the oldest first
 * @param asked what somebody is asked to confirm; null if nothing
 * @param problem why a form was refused; null if none was
 */
record ErasureTasksPageView(
        DeskContext context, boolean ofOffice, List<ErasureTask> open, Asked asked, String problem) {

    private static final int MOST = 100;

    /** A task and the outcome, such as {@code forgotten}. */
    record Asked(ErasureTask task, String outcome) {}

    public List<ErasureTask> shown() {
        return open.subList(0, Math.min(MOST, open.size()));
    }

    /** How many more wait than are shown; null if all are shown. */
    public String more() {
        return open.size() <= MOST ? null : context.tell(Message.of("erasure-tasks.more", open.size() - MOST));
    }

    /** That somebody else has confirmed the task before, with another outcome. */
    static String otherwise(ErasureTask confirmed, DeskContext context) {
        return context.tell(Message.of(
                "erasure-tasks.otherwise",
                context.day(confirmed.confirmedAt()),
                context.tell(Message.of("erasure-tasks." + confirmed.outcome()))));
    }

    public String references(ErasureTask task) {
        return String.join(", ", task.enrolmentReferences());
    }

    /** Since when a task waits, and until when. */
    public String days(ErasureTask task) {
        return context.tell(
                Message.of("erasure-tasks.days", context.day(task.createdAt()), context.day(task.clearedAfter())));
    }

    public String confirmation(ErasureTask task) {
        return context.page(ErasureTaskPage.PATH + "/" + task.id() + "/confirmation");
    }
}

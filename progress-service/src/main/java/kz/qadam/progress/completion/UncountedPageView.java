package kz.qadam.progress.completion;

import java.time.Instant;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;

/**
 * What the page of uncounted completions shows.
 *
 * @param groups by cause, the largest first
 * @param young how many of them wait for too short a time to be a task, which the home counts
 * @param last when the last completion came; null if none has
 */
record UncountedPageView(DeskContext context, List<UncountedGroup> groups, long young, Instant last) {

    /** By how much the number of the home is less. */
    public String notTasks() {
        return context.tell(Message.of("waiting.young", young));
    }

    /** That all count, or that nothing has come yet. */
    public String allCount() {
        return context.tell(
                last == null ? Message.of("waiting.none") : Message.of("waiting.all-count", context.day(last)));
    }

    public String record(Completion one) {
        return context.page(RecordPage.PATH + "/" + one.id());
    }

    public String cut(UncountedGroup group) {
        return context.tell(Message.of("waiting.cut", group.first().size(), group.count()));
    }

    /** Where the first of a group are corrected on a page. */
    public String correct(UncountedGroup group) {
        return context.page(GroupCorrectionPage.PATH + "/" + group.cause());
    }

    /** The table with which all of a group can be corrected. */
    public String corrections(UncountedGroup group) {
        return context.root() + UncountedPage.PATH + "/corrections/" + group.cause();
    }
}

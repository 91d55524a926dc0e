package kz.qadam.progress.completion;

import java.time.Instant;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskPlace;

/**
 * What the page of uncounted completions shows.
 *
 * @param groups by cause, the largest first
 * @param young how many of them wait for too short a time to be a task, which the home counts
 * @param last when the last completion came; null if none has
 */
record UncountedView(DeskPlace place, List<UncountedGroup> groups, long young, Instant last) {

    /** By how much the number of the home is less. */
    public String notTasks() {
        return place.tell(Message.of("waiting.young", young));
    }

    /** That all count, or that nothing has come yet. */
    public String allCount() {
        return place.tell(last == null ? Message.of("waiting.none") : Message.of("waiting.all-count", place.day(last)));
    }

    public String record(Completion one) {
        return place.page(RecordPage.PATH + "/" + one.id());
    }

    public String cut(UncountedGroup group) {
        return place.tell(Message.of("waiting.cut", group.first().size(), group.count()));
    }

    /** Where the first of a group are corrected on a page. */
    public String correct(UncountedGroup group) {
        return place.page(GroupCorrectionPage.PATH + "/" + group.cause());
    }

    /** The table with which all of a group can be corrected. */
    public String corrections(UncountedGroup group) {
        return place.root() + UncountedPage.PATH + "/corrections/" + group.cause();
    }
}

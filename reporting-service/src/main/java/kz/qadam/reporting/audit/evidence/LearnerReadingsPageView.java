package kz.qadam.reporting.audit.evidence;

import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.ReadingsTable;
import kz.qadam.chassis.http.list.Page;

/**
 * What the page shows of the readings of one learner.
 *
 * @param desk where the office reads it, and in which language
 * @param context the same in the language of the answer to the person
 */
record LearnerReadingsPageView(DeskContext desk, DeskContext context, UUID learner, Page<LearnerReading> found) {

    public String language() {
        return context.language().tag();
    }

    public String say(String key) {
        return context.tell(Message.of("learner-readings." + key));
    }

    public ReadingsTable table() {
        return new ReadingsTable(
                context,
                "readings-title",
                found.items().stream()
                        .map(one -> new ReadingsTable.Reading(
                                one.reading().at(),
                                one.reading().subject(),
                                one.reading().roles(),
                                one.reading().institution(),
                                one.reading().asked(),
                                one.certain()))
                        .toList());
    }

    /** Whether the log has further entries, which were not examined. */
    public boolean isCut() {
        return found.more();
    }

    public String further() {
        return desk.page(desk.path() + "?language=" + language() + "&cursor=" + found.cursor());
    }

    public String file() {
        return desk.page(desk.path() + "/file");
    }
}

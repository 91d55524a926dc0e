package kz.qadam.enrolment.enrolments;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskPlace;
import kz.qadam.enrolment.catalogue.Catalogue;
import org.jdbi.v3.core.Handle;

/**
 * The enrolments of a learner, as the office's pages about a person show them.
 *
 * @param id of the table in the page
 * @param enrolments the first recorded first
 */
public record EnrolmentTable(DeskPlace place, String id, List<EnrolmentView> enrolments) {

    public static EnrolmentTable of(Handle database, UUID learner, DeskPlace place, String id) {
        return new EnrolmentTable(
                place,
                id,
                EnrolmentRows.ofLearner(database, learner).stream()
                        .map(EnrolmentView::of)
                        .toList());
    }

    public String say(String key) {
        return place.tell(Message.of("persons.enrolment." + key));
    }

    public String cohort(EnrolmentView one) {
        return Catalogue.cohortName(one.cohort(), place.language());
    }

    /** Whether the learner still takes the course. */
    public String status(EnrolmentView one) {
        return status(place, one);
    }

    static String status(DeskPlace place, EnrolmentView one) {
        return place.tell(
                Message.of("persons.enrolment.status." + one.status().name().toLowerCase(Locale.ROOT)));
    }

    /** The page on which the office corrects it. */
    public String address(EnrolmentView one) {
        return place.page(EnrolmentRecordPage.of(one.id()));
    }
}

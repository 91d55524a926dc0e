package kz.qadam.enrolment.enrolments;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import org.jdbi.v3.core.Handle;

/**
 * The enrolments of a learner, as the office's pages about a person show them.
 *
 * @param id of the table in the page
 * @param enrolments the first recorded first
 */
public record LearnerEnrolmentsPanelView(DeskContext context, String id, List<EnrolmentView> enrolments) {

    public static LearnerEnrolmentsPanelView of(Handle database, UUID learner, DeskContext context, String id) {
        return new LearnerEnrolmentsPanelView(
                context,
                id,
                EnrolmentRows.ofLearner(database, learner).stream()
                        .map(EnrolmentView::of)
                        .toList());
    }

    public String say(String key) {
        return context.tell(Message.of("persons.enrolment." + key));
    }

    public String cohort(EnrolmentView one) {
        return NamedCatalogueEntries.cohortName(one.cohort(), context.language());
    }

    /** Whether the learner still takes the course. */
    public String status(EnrolmentView one) {
        return status(context, one);
    }

    static String status(DeskContext context, EnrolmentView one) {
        return context.tell(
                Message.of("persons.enrolment.status." + one.status().name().toLowerCase(Locale.ROOT)));
    }

    /** The page on which the office corrects it. */
    public String address(EnrolmentView one) {
        return context.page(EnrolmentRecordPage.pathOf(one.id()));
    }
}

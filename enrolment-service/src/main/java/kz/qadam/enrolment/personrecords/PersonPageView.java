package kz.qadam.enrolment.personrecords;

import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.enrolment.enrolments.LearnerEnrolmentsPanelView;
import kz.qadam.enrolment.learners.BlockedLearners;
import kz.qadam.enrolment.learners.HeldNumber;
import kz.qadam.enrolment.learners.PersonPages;
import kz.qadam.enrolment.learners.TemporaryBlock;
import kz.qadam.enrolment.learners.TemporaryBlockRows;
import kz.qadam.enrolment.merges.Merge;
import kz.qadam.enrolment.merges.MergeRows;
import kz.qadam.enrolment.merges.Split;
import kz.qadam.enrolment.merges.SplitRows;
import org.jdbi.v3.core.Handle;

/**
 * What the page of a person shows.
 *
 * @param block null if the person is not blocked for a time
 * @param isErased whether the person is erased, or is going to be
 */
record PersonPageView(
        DeskContext context,
        UUID learner,
        TemporaryBlock block,
        boolean isErased,
        List<HeldNumber> numbers,
        List<Merge> merges,
        List<Split> splits,
        LearnerEnrolmentsPanelView enrolments) {

    static PersonPageView of(Handle database, UUID learner, DeskContext context) {
        return new PersonPageView(
                context,
                learner,
                TemporaryBlockRows.find(database, learner).orElse(null),
                BlockedLearners.isErased(database, learner),
                HeldNumber.ofPerson(database, learner),
                MergeRows.into(database, learner),
                SplitRows.ofLearner(database, learner),
                LearnerEnrolmentsPanelView.of(database, learner, context, "enrolments"));
    }

    public String blocked() {
        return say("blocked", context.day(block.blockedAt()), block.why());
    }

    public String number(HeldNumber one) {
        return say("number", context.day(one.recordedAt()));
    }

    public String merged(Merge one) {
        return say("merged", context.day(one.decidedAt()), one.reason());
    }

    public String split(Split one) {
        return say("split", context.day(one.decidedAt()), one.reason());
    }

    /** The other of two learners who were separated. */
    public UUID other(Split one) {
        return one.absorbed().equals(learner) ? one.surviving() : one.absorbed();
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("person." + key, arguments));
    }

    /** Whether somebody else can be merged into it: nobody who is blocked changes. */
    public boolean canBeMerged() {
        return block == null && !isErased;
    }

    public String address(UUID one) {
        return context.page(PersonPages.pathOf(one));
    }

    public String address(UUID one, String what) {
        return context.page(PersonPages.pathOf(one, what));
    }

    /** The page that answers the person. */
    public String record() {
        return context.page(PersonRecordPage.pathOf(learner));
    }
}

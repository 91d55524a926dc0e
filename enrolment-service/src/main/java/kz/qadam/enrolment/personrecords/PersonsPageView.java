package kz.qadam.enrolment.personrecords;

import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.enrolment.enrolments.PersonSearchForm;
import kz.qadam.enrolment.erasure.PersonToErase;
import kz.qadam.enrolment.learners.PersonPages;
import kz.qadam.enrolment.learners.TemporaryBlock;
import kz.qadam.enrolment.learners.TemporaryBlockRows;
import org.jdbi.v3.core.Handle;

/**
 * What the page shows on which the office finds a person.
 *
 * @param blocked who is blocked for a time, the longest first
 * @param toErase whose erasure is accepted and not done, the longest first
 */
record PersonsPageView(PersonSearchForm question, List<TemporaryBlock> blocked, List<PersonToErase> toErase) {

    /** The most persons in a list. */
    private static final int MOST = 100;

    static PersonsPageView of(Handle database, PersonSearchForm question) {
        return new PersonsPageView(
                question, TemporaryBlockRows.inForce(database, MOST), PersonToErase.waiting(database, MOST));
    }

    public DeskContext context() {
        return question.context();
    }

    /** Since when and why a person is blocked. */
    public String why(TemporaryBlock block) {
        return context().tell(Message.of("persons.since", context().day(block.blockedAt()), block.why()));
    }

    public String since(PersonToErase one) {
        return context().tell(Message.of("persons.accepted", context().day(one.blockedAt())));
    }

    public String address(UUID learner) {
        return context().page(PersonPages.pathOf(learner));
    }

    /** Whether there may be more than a list shows. */
    public boolean isCut() {
        return blocked.size() == MOST || toErase.size() == MOST;
    }
}

package kz.qadam.enrolment.enrolments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.VersionCursor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** An enrolment with every state that it has had. */
@Schema(description = "An enrolment in its current state, and every state that it has had, the oldest first.")
public record EnrolmentRecord(EnrolmentView enrolment, List<EnrolmentHistoryView.State> states) {

    /** The id of the enrolment. */
    public UUID id() {
        return enrolment.id();
    }

    /** The enrolments of a learner, the first recorded first, each with its first 1,000 states. */
    public static List<EnrolmentRecord> ofLearner(Handle database, UUID learner) {
        var all = new VersionCursor(0, Page.MOST);
        return EnrolmentRows.ofLearner(database, learner).stream()
                .map(enrolment -> of(database, enrolment, all))
                .toList();
    }

    /** An enrolment with its first 1,000 states; empty if there is none of this id. */
    static Optional<EnrolmentRecord> find(Handle database, UUID id) {
        return EnrolmentQuery.byId(database, id)
                .map(enrolment -> of(database, enrolment, new VersionCursor(0, Page.MOST)));
    }

    private static EnrolmentRecord of(Handle database, Enrolment enrolment, VersionCursor after) {
        return new EnrolmentRecord(
                EnrolmentView.of(enrolment), EarlierEnrolmentStates.history(database, enrolment, after));
    }
}

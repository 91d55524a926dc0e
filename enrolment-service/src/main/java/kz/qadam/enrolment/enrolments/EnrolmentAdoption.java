package kz.qadam.enrolment.enrolments;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.enrolment.learners.AdoptedLearners;
import kz.qadam.enrolment.restore.Adoption;
import org.jdbi.v3.core.Handle;

/** Takes over the published states of enrolments. Numbers are not published: institutions send them again. */
@Singleton
class EnrolmentAdoption extends Adoption<EnrolmentPublisher.State> {

    /** Each has a type of its own. */
    static final List<VersionOrigin.Event> EVENTS =
            List.of(VersionOrigin.Event.ENROLLED, VersionOrigin.Event.WITHDRAWN, VersionOrigin.Event.CORRECTED);

    EnrolmentAdoption() {
        super("enrolments");
        EVENTS.forEach(event -> take(
                EnrolmentPublisher.type(event), EnrolmentPublisher.State.class, EnrolmentPublisher.State::version));
    }

    @Override
    protected int adopt(Handle database, List<Published<EnrolmentPublisher.State>> states) {
        AdoptedLearners.add(
                database, states.stream().map(one -> one.state().learnerId()).toList());
        return AdoptedEnrolments.write(database, states);
    }

    @Override
    protected List<String> finish(Handle database) {
        List<String> said = new ArrayList<>();
        int adopted = AdoptedEnrolmentRows.toBeSentAgain(database);
        if (adopted > 0) {
            said.add("%d enrolments are known from what was published, and were not sent again yet".formatted(adopted));
        }
        AdoptedEnrolmentRows.missingByInstitution(database)
                .forEach(one -> said.add("%s has to send the numbers of %d learners again, under the same references"
                        .formatted(one.institution(), one.learners())));
        return said;
    }
}

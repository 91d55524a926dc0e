package kz.qadam.enrolment.personrecords;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.enrolment.learners.Learners;

/** Finds what is held of a person. The entry of the request in the trail has the learner who was found. */
@ApplicationScoped
class PersonRecords {

    private final Learners learners;
    private final Database database;
    private final Clock clock;
    private final Recording recording;

    PersonRecords(Learners learners, Database database, Clock clock, Recording recording) {
        this.learners = learners;
        this.database = database;
        this.clock = clock;
        this.recording = recording;
    }

    PersonRecordView find(PersonRecordPost asked) {
        Instant now = clock.instant();
        PersonRecordView answer = database.transaction(
                handle -> learners.find(handle, asked.person().identity())
                        .map(learner -> PersonRecordView.of(handle, learner, asked, now))
                        .orElseGet(() -> PersonRecordView.notHeld(asked, now)));
        if (answer.held()) {
            recording.setSubject(answer.learnerId().toString());
        }
        return answer;
    }
}

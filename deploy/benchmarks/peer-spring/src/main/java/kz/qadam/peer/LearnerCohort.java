package kz.qadam.peer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** Whether a learner is trained in a cohort. */
@Entity
class LearnerCohort implements Persistable<LearnerCohort.Key> {

    @Embeddable
    record Key(UUID learnerId, String cohort) {}

    @EmbeddedId
    Key id;

    UUID trainedBy;
    LocalDate trainedOn;
    Integer requirementVersion;
    String institution;
    String reference;
    String region;
    String course;
    int version;

    @Transient
    private boolean fresh;

    static LearnerCohort trainedBy(Completion completion) {
        var state = new LearnerCohort();
        state.fresh = true;
        state.id = keyOf(completion);
        state.trainedBy = completion.id;
        state.trainedOn = completion.completedOn;
        state.requirementVersion = 1;
        state.institution = completion.institution;
        state.reference = completion.reference;
        state.region = completion.region;
        state.course = completion.course;
        state.version = 1;
        return state;
    }

    static Key keyOf(Completion completion) {
        return new Key(completion.learnerId, completion.cohort);
    }

    @Override
    public Key getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }
}

package kz.qadam.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

@Entity
class Completion implements Persistable<UUID> {

    @Id
    UUID id;

    String institution;
    String reference;
    String enrolment;
    LocalDate completedOn;
    BigDecimal score;
    String certificate;
    String status;
    boolean counts;
    UUID enrolmentId;
    UUID learnerId;
    String cohort;
    String course;
    String region;
    int version;
    Instant recordedAt;
    Instant changedAt;
    String cause;
    String byRole;
    Instant pendingSince;

    @Transient
    private boolean fresh;

    static Completion of(CompletionPost post, Enrolment enrolment, Instant now) {
        var completion = new Completion();
        completion.fresh = true;
        completion.id = UUID.randomUUID();
        completion.institution = post.institution();
        completion.reference = post.reference();
        completion.enrolment = post.enrolment();
        completion.completedOn = post.completedOn();
        completion.score = post.score();
        completion.certificate = post.certificate();
        completion.version = 1;
        completion.recordedAt = now;
        completion.changedAt = now;
        completion.cause = "reported";
        completion.byRole = "partner";
        if (enrolment == null) {
            completion.status = "pending";
            completion.pendingSince = now;
        } else {
            completion.status = "accepted";
            completion.counts = true;
            completion.enrolmentId = enrolment.id;
            completion.learnerId = enrolment.learnerId;
            completion.cohort = enrolment.cohort;
            completion.course = enrolment.course;
            completion.region = enrolment.region;
        }
        return completion;
    }

    boolean isSame(CompletionPost post) {
        return enrolment.equals(post.enrolment()) && completedOn.equals(post.completedOn());
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }
}

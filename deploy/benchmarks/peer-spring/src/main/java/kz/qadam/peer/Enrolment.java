package kz.qadam.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class Enrolment {

    @Id
    UUID id;

    String institution;
    String reference;
    UUID learnerId;
    String course;
    String cohort;
    String region;
}

package kz.qadam.enrolment.catalogue;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Target, requirement and plan of a cohort from a day on. Rows are only added. */
@Entity
class CohortVersion {

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "cohort")
    public Cohort cohort;

    public int version;
    public LocalDate validFrom;

    /** Null: no target, which differs from a target of zero. */
    public Integer target;

    @Embedded
    public Requirement requirement;

    /** Null: progress is expected evenly. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Plan plan;

    public String reason;
    public Instant recordedAt;

    static CohortVersion of(Cohort cohort, CohortChange wanted) {
        var version = new CohortVersion();
        version.id = UUID.randomUUID();
        version.cohort = cohort;
        version.version = cohort.version;
        version.validFrom = wanted.validFrom();
        version.target = wanted.target();
        version.requirement = wanted.requirement();
        version.plan = wanted.plan();
        version.reason = wanted.reason();
        version.recordedAt = cohort.recordedAt;
        return version;
    }

    /** Hibernate reads an embedded value as null if all its columns are null. */
    Requirement requirement() {
        return requirement == null ? Requirement.NONE : requirement;
    }

    boolean hasSameContent(CohortChange wanted) {
        return validFrom.equals(wanted.validFrom())
                && Objects.equals(target, wanted.target())
                && requirement().equals(wanted.requirement())
                && Objects.equals(plan, wanted.plan());
    }
}

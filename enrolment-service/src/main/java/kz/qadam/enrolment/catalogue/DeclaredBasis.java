package kz.qadam.enrolment.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** On which basis an institution sends the people of a cohort from a day on. Rows are only added. */
@Entity
class DeclaredBasis {

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "institution")
    public Institution institution;

    public String cohort;

    /** Counts the declarations of the institution for this cohort, from 1. */
    public int version;

    @Enumerated(EnumType.STRING)
    public LegalBasis basis;

    public LocalDate since;
    public String document;
    public Instant declaredAt;
    public String declaredBy;

    boolean hasSameContent(LegalBasisPost wanted) {
        return basis == wanted.basis() && since.equals(wanted.since()) && document.equals(wanted.document());
    }
}

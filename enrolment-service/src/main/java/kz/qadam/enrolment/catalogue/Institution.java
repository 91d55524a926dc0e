package kz.qadam.enrolment.catalogue;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.list.ChangeOrder;

/** An institution, which enrols learners and reports completions. */
@Entity
class Institution extends CatalogueEntry implements ChangeOrder.Changed {

    /** Used only to order the list of institutions. */
    @Column(updatable = false)
    public UUID id;

    public String bin;

    @Enumerated(EnumType.STRING)
    public InstitutionKind kind;

    @Embedded
    public Names names;

    public String region;

    @Enumerated(EnumType.STRING)
    public InstitutionStatus status;

    @Column(insertable = false, updatable = false, columnDefinition = "xid8")
    public long changed;

    static Optional<Institution> locked(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE);
    }

    static Institution create(InstitutionView wanted, Instant now) {
        var institution = new Institution();
        institution.code = wanted.code();
        institution.id = Generators.timeBasedEpochGenerator().generate();
        institution.status = InstitutionStatus.ACTIVE;
        institution.replaceWith(wanted, now);
        return institution;
    }

    boolean hasSameContent(InstitutionView wanted) {
        return Objects.equals(bin, wanted.bin())
                && kind == wanted.kind()
                && names.equals(wanted.names())
                && Objects.equals(region, wanted.region())
                && (wanted.status() == null || status == wanted.status());
    }

    void replaceWith(InstitutionView wanted, Instant now) {
        startVersion(now);
        bin = wanted.bin();
        kind = wanted.kind();
        names = wanted.names();
        region = wanted.region();
        if (wanted.status() != null) {
            status = wanted.status();
        }
    }

    @Override
    public long changed() {
        return changed;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    String subjectKind() {
        return "institution";
    }

    @Override
    Object eventData() {
        return new State(code, bin, kind, names, region, status, version);
    }

    /** The data of {@code kz.qadam.catalogue.institution-described.v1}. */
    record State(
            String code,
            String bin,
            InstitutionKind kind,
            Names names,
            String region,
            InstitutionStatus status,
            int version) {}
}

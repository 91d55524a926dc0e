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

/** Who enrols learners and reports completions. */
@Entity
class Institution extends Described implements ChangeOrder.Changed {

    /** Only its place in the list needs it. */
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

    static Institution begin(InstitutionView wanted, Instant now) {
        var institution = new Institution();
        institution.code = wanted.code();
        institution.id = Generators.timeBasedEpochGenerator().generate();
        institution.status = InstitutionStatus.ACTIVE;
        institution.become(wanted, now);
        return institution;
    }

    boolean says(InstitutionView wanted) {
        return Objects.equals(bin, wanted.bin())
                && kind == wanted.kind()
                && names.equals(wanted.names())
                && Objects.equals(region, wanted.region())
                && (wanted.status() == null || status == wanted.status());
    }

    void become(InstitutionView wanted, Instant now) {
        change(now);
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
    String kind() {
        return "institution";
    }

    @Override
    Object state() {
        return new State(code, bin, kind, names, region, status, version);
    }

    /** {@code kz.qadam.catalogue.institution-described.v1}. */
    record State(
            String code,
            String bin,
            InstitutionKind kind,
            Names names,
            String region,
            InstitutionStatus status,
            int version) {}
}

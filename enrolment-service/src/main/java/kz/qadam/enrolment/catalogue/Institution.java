package kz.qadam.enrolment.catalogue;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** An institution, which enrols learners and reports completions. */
@Entity
class Institution extends ListedEntry<InstitutionView> {

    public String bin;

    @Enumerated(EnumType.STRING)
    public InstitutionKind kind;

    @Embedded
    public Names names;

    public String region;

    @Enumerated(EnumType.STRING)
    public InstitutionStatus status = InstitutionStatus.ACTIVE;

    @Override
    InstitutionView view() {
        return new InstitutionView(code, bin, kind, names, region, status);
    }

    @Override
    void replaceWith(InstitutionView wanted) {
        bin = wanted.bin();
        kind = wanted.kind();
        names = wanted.names();
        region = wanted.region();
        status = wanted.orWith(status).status();
    }

    @Override
    boolean hasSameContent(InstitutionView wanted) {
        return super.hasSameContent(wanted.orWith(status));
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

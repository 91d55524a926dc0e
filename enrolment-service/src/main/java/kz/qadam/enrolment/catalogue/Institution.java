package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.events.event.MayBeNull;
import kz.qadam.chassis.http.problem.Problem;

/** An institution, which enrols learners and reports completions. */
@Entity
class Institution extends ListedCatalogueEntry<InstitutionView> {

    public String bin;

    /** The business identification number of its owner; null if nobody else owns it. */
    public String owner;

    @Enumerated(EnumType.STRING)
    public InstitutionKind kind;

    @Embedded
    public LocalizedName names;

    public String region;

    @Enumerated(EnumType.STRING)
    public InstitutionStatus status = InstitutionStatus.ACTIVE;

    /** All that it has declared. */
    @OneToMany(mappedBy = "institution", cascade = CascadeType.PERSIST)
    @OrderBy("cohort, version")
    public List<DeclaredBasis> bases = new ArrayList<>();

    /** @throws Problem 404 if there is none */
    static Institution of(String code) {
        return requireExisting(code, findById(code));
    }

    /** @throws Problem 404 if there is none */
    static Institution locked(String code) {
        return requireExisting(code, findById(code, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Institution requireExisting(String code, Institution institution) {
        if (institution == null) {
            throw Problem.unknownCode("institution", code);
        }
        return institution;
    }

    /** The cohorts of which it has enrolled anybody. */
    Set<String> cohortsOfEnrolled() {
        return Set.copyOf(Panache.getSession()
                .createNativeQuery("select distinct cohort from enrolment where institution = :code", String.class)
                .setParameter("code", code)
                .getResultList());
    }

    /** What it has declared last about the people of a cohort. */
    Optional<DeclaredBasis> newestBasis(String cohort) {
        return bases.stream().filter(one -> one.cohort.equals(cohort)).max(Comparator.comparingInt(one -> one.version));
    }

    /** Adds a declaration, and starts the next version of the institution, which publishes it. */
    DeclaredBasis declareBasis(String cohort, LegalBasisPost wanted, String by, Instant now) {
        var declared = new DeclaredBasis();
        declared.id = UUID.randomUUID();
        declared.institution = this;
        declared.cohort = cohort;
        declared.version = newestBasis(cohort).map(one -> one.version).orElse(0) + 1;
        declared.basis = wanted.basis();
        declared.since = wanted.since();
        declared.document = wanted.document();
        declared.declaredAt = now;
        declared.declaredBy = by;
        bases.add(declared);
        startVersion(now);
        return declared;
    }

    @Override
    InstitutionView view() {
        return new InstitutionView(code, bin, owner, kind, names, region, status);
    }

    @Override
    String nameMember() {
        return "names";
    }

    @Override
    void replaceWith(InstitutionView wanted) {
        bin = wanted.bin();
        owner = wanted.owner();
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
        return new State(code, bin, owner, kind, names, region, status, version, LegalBasisPeriod.of(bases));
    }

    /** The data of {@code kz.qadam.catalogue.institution-described.v1}; {@code owner} and {@code bases} are left out if there are none. */
    record State(
            String code,
            @MayBeNull String bin,
            @MayBeAbsent String owner,
            InstitutionKind kind,
            LocalizedName names,
            @MayBeNull String region,
            InstitutionStatus status,
            int version,

            @MayBeAbsent @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<LegalBasisPeriod> bases)
            implements PublishedCatalogueEntry {}
}

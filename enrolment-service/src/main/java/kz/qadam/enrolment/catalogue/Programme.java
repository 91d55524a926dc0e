package kz.qadam.enrolment.catalogue;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The one programme of this installation, with all its versions. */
@Entity
class Programme extends CatalogueEntry {

    @OneToMany(mappedBy = "programme", cascade = CascadeType.PERSIST)
    @OrderBy("version")
    public List<ProgrammeVersion> versions = new ArrayList<>();

    static Programme only() {
        return findAll().singleResult();
    }

    static Programme locked() {
        return findAll().withLock(LockModeType.PESSIMISTIC_WRITE).singleResult();
    }

    ProgrammeVersion current() {
        return versions.get(versions.size() - 1);
    }

    void addVersion(ProgrammeView wanted, Instant now) {
        startVersion(now);
        versions.add(ProgrammeVersion.of(this, wanted));
    }

    @Override
    String subjectKind() {
        return "programme";
    }

    @Override
    Object eventData() {
        return new State(code, version, versions.stream().map(VersionState::of).toList());
    }

    /** The data of {@code kz.qadam.catalogue.programme-described.v1}. */
    record State(String code, int version, List<VersionState> versions) implements PublishedCatalogueEntry {}

    /** One version in that event. */
    record VersionState(
            int version,
            LocalDate startsOn,
            LocalDate horizon,
            List<Milestone> milestones,
            String zone,
            Instant recordedAt) {

        static VersionState of(ProgrammeVersion v) {
            return new VersionState(v.version, v.startsOn, v.horizon, v.milestones(), v.zone, v.recordedAt);
        }
    }
}

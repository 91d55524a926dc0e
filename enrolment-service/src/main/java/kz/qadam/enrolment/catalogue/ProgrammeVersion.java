package kz.qadam.enrolment.catalogue;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One version of the programme. Rows are only added. */
@Entity
class ProgrammeVersion {

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "programme")
    public Programme programme;

    public int version;
    public LocalDate startsOn;
    public LocalDate horizon;
    public String zone;
    public Instant recordedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "programme_milestone", joinColumns = @JoinColumn(name = "programme_version"))
    public Set<Milestone> dueDays = new HashSet<>();

    static ProgrammeVersion of(Programme programme, ProgrammeView wanted) {
        var version = new ProgrammeVersion();
        version.id = UUID.randomUUID();
        version.programme = programme;
        version.version = programme.version;
        version.startsOn = wanted.startsOn();
        version.horizon = wanted.horizon();
        version.zone = wanted.zone();
        version.recordedAt = programme.recordedAt;
        version.dueDays.addAll(wanted.milestones());
        return version;
    }

    List<Milestone> milestones() {
        return dueDays.stream()
                .sorted(Comparator.comparing(Milestone::on).thenComparing(Milestone::code))
                .toList();
    }

    boolean hasSameContent(ProgrammeView wanted) {
        return startsOn.equals(wanted.startsOn())
                && horizon.equals(wanted.horizon())
                && zone.equals(wanted.zone())
                && dueDays.equals(Set.copyOf(wanted.milestones()));
    }
}

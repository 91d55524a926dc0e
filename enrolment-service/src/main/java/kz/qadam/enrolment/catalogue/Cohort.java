package kz.qadam.enrolment.catalogue;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.problem.Problem;

/** People of one kind, with a target, a requirement and a plan that are dated. */
@Entity
class Cohort extends Described {

    /** Its place among the five. */
    public int place;

    @Embedded
    public Names names;

    @OneToMany(mappedBy = "cohort", cascade = CascadeType.PERSIST)
    @OrderBy("version")
    public List<CohortVersion> versions = new ArrayList<>();

    static List<Cohort> inOrder() {
        return find("order by place").list();
    }

    /** @throws Problem 404 if there is none */
    static Cohort of(String code) {
        return known(code, findById(code));
    }

    /** @throws Problem 404 if there is none */
    static Cohort locked(String code) {
        return known(code, findById(code, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Cohort known(String code, Cohort cohort) {
        if (cohort == null) {
            throw Problem.unknownCode("cohort", code);
        }
        return cohort;
    }

    /** Of two versions with one first day the later recorded holds. */
    Optional<CohortVersion> inForce(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.validFrom.isAfter(day))
                .max(Comparator.comparing((CohortVersion version) -> version.validFrom)
                        .thenComparing(version -> version.version));
    }

    /** Whether this change would change nothing. */
    boolean says(CohortChange wanted) {
        return (wanted.names() == null || wanted.names().equals(names))
                && inForce(wanted.validFrom())
                        .filter(version -> version.says(wanted))
                        .isPresent();
    }

    void become(CohortChange wanted, Instant now) {
        change(now);
        if (wanted.names() != null) {
            names = wanted.names();
        }
        versions.add(CohortVersion.of(this, wanted));
    }

    @Override
    String kind() {
        return "cohort";
    }

    @Override
    Object state() {
        return new State(
                code, names, version, versions.stream().map(VersionState::of).toList());
    }

    /** {@code kz.qadam.catalogue.cohort-described.v1}. */
    record State(String code, Names names, int version, List<VersionState> versions) {}

    /** One of its versions in that event. */
    record VersionState(
            int version, LocalDate validFrom, Integer target, Requirement requirement, Plan plan, Instant recordedAt) {

        static VersionState of(CohortVersion v) {
            return new VersionState(v.version, v.validFrom, v.target, v.requirement(), v.plan, v.recordedAt);
        }
    }
}

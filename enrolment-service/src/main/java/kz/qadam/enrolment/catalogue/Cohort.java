package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.orm.panache.Panache;
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
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.hibernate.query.NativeQuery;

/** People of one kind, with a target, a requirement and a plan that are dated. */
@Entity
class Cohort extends Described {

    /** Its place in the list of all. */
    public int place;

    @Embedded
    public Names names;

    @OneToMany(mappedBy = "cohort", cascade = CascadeType.PERSIST)
    @OrderBy("version")
    public List<CohortVersion> versions = new ArrayList<>();

    /** Whether it was withdrawn: then there is no such cohort, until the office creates it again. */
    public boolean withdrawn;

    /** Earlier versions were withdrawn. */
    public int firstVersion = 1;

    static List<Cohort> inOrder() {
        return find("withdrawn = false order by place").list();
    }

    /** @throws Problem 404 if there is none */
    static Cohort of(String code) {
        return known(code, findById(code));
    }

    /** @throws Problem 404 if there is none */
    static Cohort locked(String code) {
        return known(code, findById(code, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * The same, and until this transaction ends nobody is enrolled in it: enrolling holds a share of this lock.
     *
     * @throws Problem 404 if there is none
     */
    static Cohort lockedAgainstEnrolling(String code) {
        query("select code from cohort where code = :code for update", String.class)
                .setParameter("code", code)
                .getResultList();
        return of(code);
    }

    private static Cohort known(String code, Cohort cohort) {
        if (cohort == null || cohort.withdrawn) {
            throw Problem.unknownCode("cohort", code);
        }
        return cohort;
    }

    /**
     * The cohort to create under this code: a new one, or one that was withdrawn. Until this transaction ends nobody else
     * creates any, so that of many who create the same at once one does, and each has a place of its own.
     *
     * @throws Problem 412 if there is one already
     */
    static Cohort toCreate(String code) {
        Panache.getSession()
                .createNativeMutationQuery("lock table cohort in share row exclusive mode")
                .executeUpdate();
        Cohort cohort = findById(code);
        if (cohort == null) {
            cohort = new Cohort();
            cohort.code = code;
            cohort.place = query("select coalesce(max(place), 0) + 1 from cohort", Integer.class)
                    .getSingleResult();
        } else if (!cohort.withdrawn) {
            throw new Problem(ProblemType.PRECONDITION_FAILED, Text.of("exists-already"));
        }
        return cohort;
    }

    private static <T> NativeQuery<T> query(String sql, Class<T> type) {
        return Panache.getSession().createNativeQuery(sql, type);
    }

    /** Those that count, in the order in which they were recorded. */
    List<CohortVersion> versions() {
        return versions.stream()
                .filter(version -> version.version >= firstVersion)
                .toList();
    }

    /** Of two versions with one first day the later recorded holds. */
    Optional<CohortVersion> inForce(LocalDate day) {
        return versions().stream()
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

    /** Begins to exist. Before its first day it has no target, so that on every day some version holds. */
    void create(CohortChange wanted, Instant now) {
        withdrawn = false;
        firstVersion = version + 1;
        if (wanted.validFrom().isAfter(CohortChange.EARLIEST)) {
            become(CohortChange.withoutTarget(wanted.requirement(), wanted.reason()), now);
        }
        become(wanted, now);
    }

    /** @throws Problem 409 if anybody was ever enrolled in it */
    void withdraw(Instant now) {
        if (hasHadEnrolments()) {
            throw new Problem(ProblemType.IN_USE, Text.of("cohort-in-use", code));
        }
        become(CohortChange.withoutTarget(Requirement.NONE, "Withdrawn before anybody was enrolled"), now);
        withdrawn = true;
        firstVersion = version;
    }

    private boolean hasHadEnrolments() {
        return query("""
                        select exists (select from enrolment where cohort = :cohort)
                            or exists (select from former_enrolment where cohort = :cohort)
                        """, Boolean.class).setParameter("cohort", code).getSingleResult();
    }

    @Override
    String kind() {
        return "cohort";
    }

    @Override
    Object state() {
        return new State(
                code, names, version, versions().stream().map(VersionState::of).toList(), withdrawn);
    }

    /** {@code kz.qadam.catalogue.cohort-described.v1}; it says only of a withdrawn cohort whether it is one. */
    record State(
            String code,
            Names names,
            int version,
            List<VersionState> versions,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean withdrawn) {}

    /** One of its versions in that event. */
    record VersionState(
            int version, LocalDate validFrom, Integer target, Requirement requirement, Plan plan, Instant recordedAt) {

        static VersionState of(CohortVersion v) {
            return new VersionState(v.version, v.validFrom, v.target, v.requirement(), v.plan, v.recordedAt);
        }
    }
}

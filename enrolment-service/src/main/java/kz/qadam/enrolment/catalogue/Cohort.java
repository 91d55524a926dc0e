package kz.qadam.enrolment.catalogue;

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
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.events.event.MayBeNull;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.hibernate.query.NativeQuery;

/** People of one kind, with a target, a requirement and a plan; each version of these is dated. */
@Entity
class Cohort extends CatalogueEntry {

    /** The position in the list of all cohorts. */
    public int place;

    @Embedded
    public LocalizedName names;

    @OneToMany(mappedBy = "cohort", cascade = CascadeType.PERSIST)
    @OrderBy("version")
    public List<CohortVersion> versions = new ArrayList<>();

    /** A withdrawn cohort does not exist for anybody until the office creates it again. */
    public boolean withdrawn;

    /** The first version that counts; earlier ones were withdrawn. */
    public int firstVersion = 1;

    static List<Cohort> inOrder() {
        return find("withdrawn = false order by place").list();
    }

    /** @throws Problem 404 if there is none */
    static Cohort of(String code) {
        return requireExisting(code, findById(code));
    }

    /** @throws Problem 404 if there is none */
    static Cohort locked(String code) {
        return requireExisting(code, findById(code, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Locks the cohort, so that nobody is enrolled in it until this transaction ends: an enrolment takes a shared lock
     * on the same row.
     *
     * @throws Problem 404 if there is none
     */
    static Cohort lockedAgainstEnrolling(String code) {
        query("select code from cohort where code = :code for update", String.class)
                .setParameter("code", code)
                .getResultList();
        return of(code);
    }

    private static Cohort requireExisting(String code, Cohort cohort) {
        if (cohort == null || cohort.withdrawn) {
            throw Problem.unknownCode("cohort", code);
        }
        return cohort;
    }

    /**
     * Returns the cohort to create: a new one, or a withdrawn one with this code. The table lock lets only one
     * transaction create a cohort at a time, so that a code is created once and each cohort gets its own place.
     *
     * @throws Problem 412 if the cohort exists
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
            throw new Problem(ProblemType.PRECONDITION_FAILED, Message.of("exists-already"));
        }
        return cohort;
    }

    private static <T> NativeQuery<T> query(String sql, Class<T> type) {
        return Panache.getSession().createNativeQuery(sql, type);
    }

    /** The versions that count, in the order in which they were recorded. */
    List<CohortVersion> versions() {
        return versions.stream()
                .filter(version -> version.version >= firstVersion)
                .toList();
    }

    /** The version in force on a day. Of two versions with the same first day, the one recorded later is in force. */
    Optional<CohortVersion> inForce(LocalDate day) {
        return versions().stream()
                .filter(version -> !version.validFrom.isAfter(day))
                .max(Comparator.comparing((CohortVersion version) -> version.validFrom)
                        .thenComparing(version -> version.version));
    }

    /** Whether this change would leave the cohort as it is. */
    boolean hasSameContent(CohortChange wanted) {
        return (wanted.names() == null || wanted.names().equals(names))
                && inForce(wanted.validFrom())
                        .filter(version -> version.hasSameContent(wanted))
                        .isPresent();
    }

    void addVersion(CohortChange wanted, Instant now) {
        startVersion(now);
        if (wanted.names() != null) {
            names = wanted.names();
        }
        versions.add(CohortVersion.of(this, wanted));
    }

    /** Creates it. A version without a target covers the days before its first day, so that every day has a version. */
    void create(CohortChange wanted, Instant now) {
        withdrawn = false;
        firstVersion = version + 1;
        if (wanted.validFrom().isAfter(CohortChange.EARLIEST)) {
            addVersion(CohortChange.withoutTarget(wanted.requirement(), wanted.reason()), now);
        }
        addVersion(wanted, now);
    }

    /** @throws Problem 409 if anybody was ever enrolled in it */
    void withdraw(Instant now) {
        if (hasHadEnrolments()) {
            throw new Problem(ProblemType.IN_USE, Message.of("cohort-in-use", code));
        }
        addVersion(CohortChange.withoutTarget(Requirement.NONE, "Withdrawn before anybody was enrolled"), now);
        withdrawn = true;
        firstVersion = version;
    }

    /** Whether anybody is or was enrolled in it: then it stays. */
    boolean hasHadEnrolments() {
        return query("""
                        select exists (select from enrolment where cohort = :cohort)
                            or exists (select from former_enrolment where cohort = :cohort)
                        """, Boolean.class).setParameter("cohort", code).getSingleResult();
    }

    @Override
    String subjectKind() {
        return "cohort";
    }

    @Override
    Object eventData() {
        return new State(
                code,
                names,
                version,
                versions().stream().map(VersionState::of).toList(),
                withdrawn ? Boolean.TRUE : null);
    }

    /** The data of {@code kz.qadam.catalogue.cohort-described.v1}; {@code withdrawn} is null unless it is true. */
    record State(
            String code,
            LocalizedName names,
            int version,
            List<VersionState> versions,
            @MayBeAbsent Boolean withdrawn) implements PublishedCatalogueEntry {}

    /** One version in that event. */
    record VersionState(
            int version,
            LocalDate validFrom,
            @MayBeNull Integer target,
            Requirement requirement,
            @MayBeNull Plan plan,
            Instant recordedAt) {

        static VersionState of(CohortVersion v) {
            return new VersionState(v.version, v.validFrom, v.target, v.requirement(), v.plan, v.recordedAt);
        }
    }
}

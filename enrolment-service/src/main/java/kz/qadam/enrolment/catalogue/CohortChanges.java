package kz.qadam.enrolment.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Supplier;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.version.Precondition;

/** Creates cohorts and adds versions to them, for programs and for the page of the office alike. */
@ApplicationScoped
class CohortChanges {

    private final CatalogueTransaction transaction;

    CohortChanges(CatalogueTransaction transaction) {
        this.transaction = transaction;
    }

    /** A cohort with the version in force on a day, and the number of its newest version. */
    record Changed(CohortView view, int version) {

        private static Changed of(Cohort cohort, LocalDate on) {
            return new Changed(CohortView.of(cohort, cohort.inForce(on).orElseThrow()), cohort.version);
        }
    }

    /**
     * Creates a cohort, and returns after the commit.
     *
     * @param body read again if somebody else has created it at the same moment
     * @throws Problem 412 if the cohort exists; 400 or 422 if the body has faults
     */
    Changed create(String code, Precondition precondition, Supplier<ItemFields> body) {
        CodeRules.checkCohort(code);
        return transaction.run(now -> {
            Cohort cohort = Cohort.toCreate(code);
            precondition.requireAbsent();
            var wanted = CohortChange.readNew(cohort, body.get());
            cohort.create(wanted, now);
            cohort.persistAndFlush();
            transaction.publish(cohort);
            return Changed.of(cohort, wanted.validFrom());
        });
    }

    /**
     * Creates a cohort, unless there is the same one: a form that is sent twice creates one cohort.
     *
     * @throws Problem as {@link #create}
     */
    void createOnce(String code, Supplier<ItemFields> body) {
        try {
            create(code, new Precondition(null), body);
        } catch (Problem refused) {
            if (refused.type() != ProblemType.PRECONDITION_FAILED || !isSame(Cohort.of(code), body.get())) {
                throw refused;
            }
        }
    }

    private static boolean isSame(Cohort cohort, ItemFields body) {
        return cohort.hasSameContent(CohortChange.readNew(cohort, body));
    }

    /**
     * Adds a version to a cohort, and returns after the commit. Equal content changes nothing.
     *
     * @throws Problem 404 if there is no such cohort; 412 if its newest version is another one; 400 or 422 if the body
     *     has faults
     */
    Changed change(String code, Precondition precondition, Supplier<ItemFields> body) {
        return transaction.run(now -> {
            Cohort cohort = Cohort.locked(code);
            var wanted = CohortChange.read(cohort, body.get());
            if (!cohort.hasSameContent(wanted)) {
                precondition.requireMatch(cohort.version);
                cohort.addVersion(wanted, now);
                transaction.publish(cohort);
            }
            return Changed.of(cohort, wanted.validFrom());
        });
    }

    /**
     * Withdraws a cohort, and returns after the commit.
     *
     * @throws Problem 404 if there is no such cohort; 409 if anybody was ever enrolled in it; 412 if its newest version is
     *     another one
     */
    void withdraw(String code, Precondition precondition) {
        transaction.run(now -> {
            Cohort cohort = Cohort.lockedAgainstEnrolling(code);
            precondition.requireMatch(cohort.version);
            cohort.withdraw(now);
            transaction.publish(cohort);
            return code;
        });
    }

    /**
     * What a body would create, without creating it.
     *
     * @throws Problem as {@link #create}
     */
    CohortChange wouldCreate(String code, ItemFields body) {
        CodeRules.checkCohort(code);
        return transaction.run(now -> CohortChange.readNew(Cohort.toCreate(code), body), read -> false);
    }
}

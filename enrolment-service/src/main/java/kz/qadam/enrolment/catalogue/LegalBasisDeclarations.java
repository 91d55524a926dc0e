package kz.qadam.enrolment.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Supplier;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.version.Precondition;

/** Declares on which basis institutions send people, for programs and for the page of bases alike. */
@ApplicationScoped
class LegalBasisDeclarations {

    private final Caller caller;
    private final CatalogueTransaction transaction;
    private final LegalBasisConfig config;
    private final Clock clock;

    LegalBasisDeclarations(Caller caller, CatalogueTransaction transaction, LegalBasisConfig config, Clock clock) {
        this.caller = caller;
        this.transaction = transaction;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A declaration in force or to come.
     *
     * @param isFirst whether nothing was declared before about the cohort
     */
    record Declared(LegalBasisView view, boolean isFirst) {}

    /** @throws Problem {@link ProblemType#NOT_YOURS} for a partner of another institution, whether this one exists or not */
    void requireVisible(String institution) {
        boolean seesAll = caller.isOffice() || caller.isAuditor();
        if (!seesAll && !institution.equals(caller.actingFor(null))) {
            throw new Problem(ProblemType.NOT_YOURS, Fault.parameter("institution", "not-yours"));
        }
    }

    /**
     * Declares, and returns after the commit. Equal content changes nothing.
     *
     * @throws Problem 404 if there is no such institution or cohort; 412 or 428 if the precondition does not name the
     *     newest declaration; 400 or 422 if the body has faults
     */
    Declared declare(String institution, String cohort, Precondition precondition, Supplier<ItemFields> body) {
        return transaction.run(now -> {
            Institution declaring = Institution.locked(institution);
            String code = Cohort.of(cohort).code;
            LegalBasisPost wanted = read(code, body.get());
            DeclaredBasis known = declaring.newestBasis(code).orElse(null);
            if (known == null) {
                precondition.requireAbsent();
            } else {
                precondition.requirePresent();
                if (known.hasSameContent(wanted)) {
                    return new Declared(LegalBasisView.of(known), false);
                }
                precondition.requireMatch(known.version);
            }
            DeclaredBasis declared = declaring.declareBasis(code, wanted, caller.subject(), now);
            transaction.publish(declaring);
            return new Declared(LegalBasisView.of(declared), known == null);
        });
    }

    /** @throws Problem if the body has faults */
    LegalBasisPost read(String cohort, ItemFields body) {
        return LegalBasisPost.read(body, cohort, config.minors(), AlmatyTime.today(clock));
    }
}

package kz.qadam.chassis.http.security;

import java.util.Optional;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/**
 * Who submits data: a partner institution or the office. Unlike the caller, it is still valid after the request.
 *
 * @param institution the partner's own institution; empty for the office, which names an institution each time
 */
public record Submitter(Optional<String> institution) {

    public static final Submitter OFFICE = new Submitter(Optional.empty());

    /** A partner institution. */
    public static Submitter of(String institution) {
        return new Submitter(Optional.of(institution));
    }

    public boolean isOffice() {
        return institution.isEmpty();
    }

    /** The role in which it submits, for the record: {@link Role#OFFICE} or {@link Role#PARTNER}. */
    public String role() {
        return isOffice() ? Role.OFFICE : Role.PARTNER;
    }

    /** The key by which submissions are counted if each submitter has a share: the office is one submitter. */
    public String shareName() {
        return institution.orElse(Role.OFFICE);
    }

    /**
     * The institution for which the submitter acts.
     *
     * @param named the institution in the body or the query, or null
     * @throws Problem {@link ProblemType#NOT_YOURS} if a partner names another than its own; {@link
     *     ProblemType#INVALID_REQUEST} if the office names none
     */
    public String actingFor(String named) {
        String meant = institution.orElse(named);
        if (meant == null) {
            throw new Problem(ProblemType.INVALID_REQUEST, Fault.at("/institution", "missing/institution"));
        }
        if (named != null && !named.equals(meant)) {
            throw new Problem(ProblemType.NOT_YOURS, Fault.at("/institution", "not-yours"));
        }
        return meant;
    }
}

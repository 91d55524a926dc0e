package kz.qadam.chassis.http.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The caller of this request, according to the verified token, or to the key that its program has shown. Without
 * either, the caller has no role and no institution.
 *
 * <p>On an endpoint that is open to everybody, the token is verified when this bean is first used; this blocks and so
 * needs a worker thread. On an endpoint with {@code @RolesAllowed} the token is already verified.
 */
@RequestScoped
public class Caller {

    /** The attribute of an identity that has its actor: the claims of a token are read once, not for each request. */
    static final String ACTOR = "qadam.actor";

    private static final String INSTITUTION = "institution";

    /** Before the subject of a token, which may be the code of an institution too. */
    private static final String SUBJECT = "subject/";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Somebody who was verified, for code that does not wait for the caller of the request. */
    public static Caller of(SecurityIdentity identity) {
        return new Caller(identity);
    }

    public boolean isPartner() {
        return is(Role.PARTNER);
    }

    public boolean isOffice() {
        return is(Role.OFFICE);
    }

    public boolean isAuditor() {
        return is(Role.AUDITOR);
    }

    public boolean isViewer() {
        return is(Role.VIEWER);
    }

    /** Whether the token carries this role, one of the constants of {@link Role}. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** The institution of a partner's token or key; empty for all others. */
    public Optional<String> institution() {
        if (identity.getPrincipal() instanceof KeyPrincipal shown) {
            return Optional.of(shown.key().institution());
        }
        Actor known = identity.getAttribute(ACTOR);
        if (known != null) {
            return Optional.ofNullable(known.institution());
        }
        return isPartner() ? claim(INSTITUTION) : Optional.empty();
    }

    /** The id of the key that a program has shown; empty with a token. */
    public Optional<UUID> key() {
        return identity.getPrincipal() instanceof KeyPrincipal shown
                ? Optional.of(shown.key().id())
                : Optional.empty();
    }

    /** The region of a viewer, auditor or regional office whose token names one; empty for all others: the claim does not narrow them. */
    public Optional<String> region() {
        boolean isNarrowed = is(Role.VIEWER_OF_A_REGION) || is(Role.AUDITOR_OF_A_REGION);
        return isNarrowed && identity.getPrincipal() instanceof JsonWebToken token
                ? RegionalRoles.region(token)
                : Optional.empty();
    }

    /**
     * Whose things the caller may see. Of several roles in a token, the first of office, auditor, partner and auditor or
     * office of a region decides.
     *
     * @throws Problem {@link ProblemType#FORBIDDEN} if the caller has none of these roles, and for a partner whose token
     *     names no institution
     */
    public AccessScope scope() {
        if (isOffice() || isAuditor()) return AccessScope.EVERYTHING;
        return (is(Role.AUDITOR_OF_A_REGION) || is(Role.OFFICE_OF_A_REGION)) && !isPartner()
                ? AccessScope.ofRegion(region().orElseThrow(this::withoutRole))
                : AccessScope.ofInstitution(submitter().institution().orElseThrow(this::withoutRole));
    }

    /**
     * The same where only a region narrows what is shown: who acts for an institution, whatever else the token says, is
     * refused there.
     *
     * @throws Problem {@link #withoutRole} for who sees the things of an institution only
     */
    public AccessScope scopeOfStaff() {
        AccessScope scope = scope();
        if (scope.isOfInstitution()) {
            throw withoutRole();
        }
        return scope;
    }

    /**
     * Which exact figures the caller may see.
     *
     * @throws Problem {@link #withoutRole} if the caller is neither office nor auditor nor viewer
     */
    public AccessScope scopeOfFigures() {
        if (isOffice() || isAuditor() || isViewer()) return AccessScope.EVERYTHING;
        return region().map(AccessScope::ofRegion).orElseThrow(this::withoutRole);
    }

    /**
     * The name under which requests are counted: the key, or else the institution, or else the subject of the token; empty
     * if nobody was verified.
     */
    Optional<String> quotaName() {
        if (identity.isAnonymous()) return Optional.empty();
        return key().map(UUID::toString).or(this::institution).or(() -> Optional.of(SUBJECT + subject()));
    }

    /** Whether the caller acts for no institution and works with what all of them sent. */
    boolean isStaff() {
        return institution().isEmpty() && identity.getRoles().stream().anyMatch(Role.OF_STAFF::contains);
    }

    /** The token's {@code sub}, or the key, for audit logs; {@code anonymous} without either. */
    public String subject() {
        return identity.getPrincipal() instanceof KeyPrincipal shown
                ? shown.getName()
                : claim("sub").orElse("anonymous");
    }

    /**
     * The caller for the record; empty if nobody was verified.
     *
     * @param session whether the person has logged in at this service
     */
    public Optional<Actor> actor(boolean session) {
        if (identity.isAnonymous()) {
            return Optional.empty();
        }
        Actor known = identity.getAttribute(ACTOR);
        return Optional.of((known == null ? readActor() : known).withSession(session));
    }

    private Actor readActor() {
        return new Actor(
                subject(),
                identity.getRoles().stream().sorted().collect(Collectors.joining(" ")),
                institution().orElse(null),
                region().orElse(null),
                key().orElse(null),
                false);
    }

    /** When the token or the key expires; empty without one. */
    public Optional<Instant> tokenEndsAt() {
        if (identity.getPrincipal() instanceof KeyPrincipal shown) {
            return Optional.of(shown.key().expiresAt());
        }
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(Instant.ofEpochSecond(token.getExpirationTime()))
                : Optional.empty();
    }

    /**
     * The institution for which this request acts.
     *
     * @param named the institution in the body or the query, or null
     * @throws Problem {@link ProblemType#NOT_YOURS} if a partner names another than its own; {@link
     *     ProblemType#INVALID_REQUEST} if the office names none; {@link ProblemType#FORBIDDEN} for everybody else, and
     *     for a partner whose token names no institution
     */
    public String actingFor(String named) {
        return submitter().actingFor(named);
    }

    /**
     * Requires that what belongs to this institution is open to the caller.
     *
     * @throws Problem {@link ProblemType#NOT_YOURS} for a partner of another institution, whether this one exists or not;
     *     {@link ProblemType#FORBIDDEN} for everybody else but the office
     */
    public void requireActingFor(String named) {
        if (!isOffice() && !named.equals(actingFor(null))) {
            throw new Problem(ProblemType.NOT_YOURS, Fault.parameter(INSTITUTION, "not-yours"));
        }
    }

    /**
     * The submitter of this request. If a token has both roles, the office takes precedence.
     *
     * @throws Problem {@link ProblemType#FORBIDDEN} if the caller is neither the office nor a partner, and for a
     *     partner whose token names no institution
     */
    public Submitter submitter() {
        if (isOffice()) return Submitter.OFFICE;
        return institution()
                .map(Submitter::of)
                .orElseThrow(() -> new Problem(ProblemType.FORBIDDEN, Message.of("no-institution")));
    }

    /**
     * The problem of a caller without the role for what was asked: {@code NEEDS_TOKEN} without a token, else 403, which
     * says whether the region in the token is why.
     */
    public Problem withoutRole() {
        if (identity.isAnonymous()) return new Problem(ProblemType.NEEDS_TOKEN);
        return region().map(Caller::notByRegion).orElseGet(() -> new Problem(ProblemType.FORBIDDEN));
    }

    private static Problem notByRegion(String region) {
        return new Problem(ProblemType.BEYOND_REGION, Message.of("not-by-region", region));
    }

    private Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.<Object>claim(name).map(Object::toString).filter(value -> !value.isBlank())
                : Optional.empty();
    }
}

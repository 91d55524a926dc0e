package kz.qadam.chassis.http.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives a viewer or auditor whose token names a region another role. So every endpoint that does not name this role is
 * closed to them, and an endpoint that anybody may call answers them like anybody. Who must never see the country gets the
 * role {@code viewer-of-region} or {@code auditor-of-region}, which means nothing without the region. The role {@code
 * region-office} becomes two: office of the region, and viewer of it. Without a region, or in a token that also has {@code
 * office}, it gives nothing.
 */
@ApplicationScoped
class RegionalRoles implements SecurityIdentityAugmentor {

    static final String CLAIM = "region";

    private static final Map<String, String> REGIONAL =
            Map.of(Role.VIEWER, Role.VIEWER_OF_A_REGION, Role.AUDITOR, Role.AUDITOR_OF_A_REGION);

    /** Ends the role of a token that is for one region only. */
    private static final String OF_REGION = "-of-region";

    private static final String REGION_OFFICE = "region-office";

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(narrowed(identity));
    }

    private static SecurityIdentity narrowed(SecurityIdentity identity) {
        Set<String> roles = roles(identity);
        return roles.equals(identity.getRoles())
                ? identity
                : QuarkusSecurityIdentity.builder()
                        .setPrincipal(identity.getPrincipal())
                        .addRoles(roles)
                        .addCredentials(identity.getCredentials())
                        .addAttributes(identity.getAttributes())
                        .build();
    }

    /** A token cannot claim the regional roles themselves. With a region that cannot be read, it has none of the roles below. */
    private static Set<String> roles(SecurityIdentity identity) {
        Set<String> roles = new HashSet<>(identity.getRoles());
        roles.removeAll(REGIONAL.values());
        roles.remove(Role.OFFICE_OF_A_REGION);
        var token = identity.getPrincipal() instanceof JsonWebToken one ? one : null;
        boolean isNamed = token != null
                && token.getClaimNames() != null
                && token.getClaimNames().contains(CLAIM);
        boolean isKnown = isNamed && region(token).isPresent();
        REGIONAL.forEach((role, regional) -> {
            boolean isOfRegion = roles.remove(role + OF_REGION);
            boolean isNarrowed = isNamed && roles.remove(role);
            if ((isOfRegion || isNarrowed) && isKnown) {
                roles.add(regional);
            }
        });
        if (roles.remove(REGION_OFFICE) && isKnown && !roles.contains(Role.OFFICE)) {
            roles.addAll(Set.of(Role.OFFICE_OF_A_REGION, Role.VIEWER_OF_A_REGION));
        }
        return roles;
    }

    /** The region that a token names; empty if it names none, or none that can be read. */
    static Optional<String> region(JsonWebToken token) {
        return token.<Object>claim(CLAIM)
                .map(Object::toString)
                .filter(code -> CODE.matcher(code).matches());
    }
}

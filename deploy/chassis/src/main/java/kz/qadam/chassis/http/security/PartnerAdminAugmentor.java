package kz.qadam.chassis.http.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives every {@link Role#PARTNER_ADMIN} the role {@link Role#PARTNER} too, whether or not the token names both. */
@ApplicationScoped
class PartnerAdminAugmentor implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(
                        identity.hasRole(Role.PARTNER_ADMIN) && !identity.hasRole(Role.PARTNER)
                                ? QuarkusSecurityIdentity.builder(identity)
                                        .addRole(Role.PARTNER)
                                        .build()
                                : identity);
    }
}

package kz.qadam.enrolment.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the accounts of people are kept at Keycloak. */
@ConfigMapping(prefix = "qadam.accounts")
interface UserAccountsConfig {

    /** The address of the realm, {@code https://…/realms/{name}}; without one, accounts are kept elsewhere. */
    Optional<String> realm();

    /** The client of the realm whose service account manages users. */
    @WithDefault("accounts")
    String client();

    /** Its secret; without one, accounts are kept elsewhere. */
    Optional<String> secret();

    /** How long Keycloak may take to answer what one request asks. */
    @WithDefault("5s")
    Duration answersWithin();
}

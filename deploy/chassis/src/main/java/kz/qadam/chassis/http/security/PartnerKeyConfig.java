package kz.qadam.chassis.http.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The keys of institutions, which programs show by the scheme Basic. */
@ConfigMapping(prefix = "qadam.keys")
public interface PartnerKeyConfig {

    /** The service whose keys this one copies, such as {@code enrolment-service}; absent for that service itself. */
    Optional<String> copiedFrom();

    /** How long a key may be used by its former state after it was made or revoked in this service's database. */
    @WithDefault("2s")
    Duration refreshAfter();

    /** For how long a copy is used that is not confirmed; after that, keys are answered 503. */
    @WithDefault("15m")
    Duration outdatedAfter();

    /** How often the last use of keys is stored. */
    @WithDefault("1m")
    Duration noteUsesEvery();
}

package kz.qadam.enrolment.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The keys that institutions make for their programs. */
@ConfigMapping(prefix = "qadam.institution-keys")
interface InstitutionKeyConfig {

    /** How long a key works, in days, if the request for it does not say. */
    @WithDefault("365")
    int usualDays();

    /** How long a key may work at most, in days. */
    @WithDefault("730")
    int mostDays();

    /** How many keys of one institution may work at the same time. */
    @WithDefault("20")
    int mostPerInstitution();

    /**
     * How often the other services get a confirmation that their copies are complete. They use copies for
     * {@code qadam.keys.outdated-after} without one.
     */
    @WithDefault("30s")
    Duration confirmEvery();
}

package kz.qadam.enrolment.learners;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the learner vault finds its secrets. */
@ConfigMapping(prefix = "qadam.vault")
interface VaultConfig {

    /**
     * A properties file, readable by this service alone. {@code lookup.<id>} and {@code cipher.<id>} are keys of 32
     * random bytes in Base64; {@code lookup.current} and {@code cipher.current} name those that new learners get. Earlier
     * keys stay listed as long as something stands under them.
     */
    Path keys();
}

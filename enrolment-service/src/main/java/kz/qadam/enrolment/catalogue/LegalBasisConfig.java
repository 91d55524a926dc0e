package kz.qadam.enrolment.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** The basis on which institutions send the data of people. */
@ConfigMapping(prefix = "qadam.basis")
interface LegalBasisConfig {

    /**
     * Whether an institution must have declared its basis before it enrols anybody in a cohort. An installation with
     * real people should require it.
     */
    @WithDefault("false")
    boolean required();

    /** The codes of cohorts of minors, for whom their own consent is not enough. */
    @WithDefault("pupils")
    Set<String> minors();
}

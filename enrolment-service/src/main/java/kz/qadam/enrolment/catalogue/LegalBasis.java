package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The legal basis on which an institution sends the data of people. */
@Schema(name = "Basis") // Generated clients have a class of this name.
enum LegalBasis {
    /** Each person has consented. */
    @JsonProperty("consent")
    CONSENT,
    /** The legal representative of each person has consented. */
    @JsonProperty("consent-of-representative")
    CONSENT_OF_REPRESENTATIVE,
    /** An act of law requires or permits it without consent. */
    @JsonProperty("law")
    LAW;

    /** The code in requests and answers. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

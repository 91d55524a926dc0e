package kz.qadam.enrolment.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import kz.qadam.chassis.base.language.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The language in which a link and the provider speak to a person. */
@Schema(name = "LinkLanguage") // Generated clients have a class of this name.
enum PasswordLinkLanguage {
    @JsonProperty("kk")
    KK,
    @JsonProperty("ru")
    RU,
    @JsonProperty("en")
    EN;

    static PasswordLinkLanguage of(Language language) {
        return valueOf(language.name());
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}

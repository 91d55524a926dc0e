package kz.qadam.enrolment.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.qadam.chassis.http.batch.ItemFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role that an account can have. Each is for an institution, a region or the country, as tokens are judged. */
@Schema(name = "AccountRole")
enum UserAccountRole {
    @JsonProperty("partner")
    PARTNER(Need.REQUIRED, Need.REFUSED),
    @JsonProperty("partner-admin")
    PARTNER_ADMIN(Need.REQUIRED, Need.REFUSED),
    @JsonProperty("office")
    OFFICE(Need.REFUSED, Need.REFUSED),
    @JsonProperty("region-office")
    REGION_OFFICE(Need.REFUSED, Need.REQUIRED),
    @JsonProperty("auditor")
    AUDITOR(Need.REFUSED, Need.POSSIBLE),
    @JsonProperty("viewer")
    VIEWER(Need.REFUSED, Need.POSSIBLE),
    @JsonProperty("auditor-of-region")
    AUDITOR_OF_REGION(Need.REFUSED, Need.REQUIRED),
    @JsonProperty("viewer-of-region")
    VIEWER_OF_REGION(Need.REFUSED, Need.REQUIRED);

    private enum Need {
        REQUIRED,
        POSSIBLE,
        REFUSED
    }

    /** What Keycloak gives to everybody. */
    private static final Pattern OF_EVERYBODY = Pattern.compile("default-roles-.*|offline_access|uma_authorization");

    private final Need institution;
    private final Need region;

    UserAccountRole(Need institution, Need region) {
        this.institution = institution;
        this.region = region;
    }

    /**
     * The role of somebody whom the provider gives all these roles; empty if they are not those of one role here. Such an
     * account is the provider's administrator's alone.
     */
    static Optional<UserAccountRole> of(Collection<String> given) {
        Set<String> roles = new HashSet<>(given);
        roles.removeIf(OF_EVERYBODY.asMatchPredicate());
        if (roles.contains(PARTNER_ADMIN.code())) {
            roles.remove(PARTNER.code());
        }
        return roles.size() == 1
                ? Arrays.stream(values())
                        .filter(role -> roles.contains(role.code()))
                        .findFirst()
                : Optional.empty();
    }

    /** Its name at the provider and in tokens. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isOfInstitution() {
        return institution == Need.REQUIRED;
    }

    /** Adds a fault for an institution or region that a token of this role would not be accepted with, or without. */
    void check(ItemFields fields) {
        check(fields, "institution", institution);
        check(fields, "region", region);
    }

    private void check(ItemFields fields, String member, Need need) {
        if (need == Need.REQUIRED && !fields.has(member)) {
            fields.broken(member, "account-role/needs", code());
        }
        if (need == Need.REFUSED && fields.has(member)) {
            fields.broken(member, "account-role/refuses", code());
        }
    }
}

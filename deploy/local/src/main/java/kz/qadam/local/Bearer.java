package kz.qadam.local;

import java.util.Objects;
import java.util.Optional;

/**
 * The person or program that a token is for; a partner always belongs to an institution.
 *
 * @param region the only region that the bearer sees; empty for who sees all
 */
record Bearer(Role role, Optional<String> institution, Optional<String> region) {

    Bearer {
        Objects.requireNonNull(role, "role");
        if (role.isOfInstitution() && institution.isEmpty()) {
            throw new IllegalArgumentException("A partner needs an institution");
        }
    }

    static Bearer of(String role) {
        return new Bearer(Role.of(role), Optional.empty(), Optional.empty());
    }

    /** @param code of the region for who may see one only, otherwise of the institution */
    static Bearer of(String role, String code) {
        Role known = Role.of(role);
        Optional<String> given = Optional.of(code).filter(one -> !one.isBlank());
        return known.mayBeOfRegion()
                ? new Bearer(known, Optional.empty(), given)
                : new Bearer(known, given, Optional.empty());
    }

    String subject() {
        return institution
                .or(() -> region)
                .map(code -> role.code() + "." + code)
                .orElse(role.code());
    }
}

package kz.qadam.local;

import java.util.Objects;
import java.util.Optional;

/** The person or program that a token is for; a partner always belongs to an institution. */
record Bearer(Role role, Optional<String> institution) {

    Bearer {
        Objects.requireNonNull(role, "role");
        if (role.isOfInstitution() && institution.isEmpty()) {
            throw new IllegalArgumentException("A partner needs an institution");
        }
    }

    static Bearer of(String role) {
        return new Bearer(Role.of(role), Optional.empty());
    }

    static Bearer of(String role, String institution) {
        return new Bearer(Role.of(role), Optional.of(institution).filter(code -> !code.isBlank()));
    }

    String subject() {
        return institution.map(code -> role.code() + "." + code).orElse(role.code());
    }
}

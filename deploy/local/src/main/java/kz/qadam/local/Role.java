package kz.qadam.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The role of a bearer. */
enum Role {
    PARTNER,
    PARTNER_ADMIN,
    OFFICE,
    REGION_OFFICE,
    AUDITOR,
    VIEWER;

    static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown role %s: it is one of %s"
                        .formatted(code, Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", ")))));
    }

    /** Whether it acts for one institution. */
    boolean isOfInstitution() {
        return this == PARTNER || this == PARTNER_ADMIN;
    }

    /** Whether it may see, or has to see, one region only. */
    boolean mayBeOfRegion() {
        return this == REGION_OFFICE || this == AUDITOR || this == VIEWER;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

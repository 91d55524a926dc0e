package kz.qadam.progress.catalogue;

import static java.util.Objects.requireNonNull;

/** What this service relies on in {@code kz.qadam.catalogue.institution-described.v1}. */
public record InstitutionDescribed(String code, int version, String status) {
    public InstitutionDescribed {
        requireNonNull(code, "code");
        requireNonNull(status, "status");
    }
}

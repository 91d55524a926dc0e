package kz.qadam.progress.catalogue;

/** The members of {@code kz.qadam.catalogue.institution-described.v1} that this service uses. */
public record InstitutionDescribed(String code, int version, String status) {}

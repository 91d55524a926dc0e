package kz.qadam.progress.catalogue;

/** What this service relies on in {@code kz.qadam.catalogue.institution-described.v1}. */
public record InstitutionDescribed(String code, int version, String status) {}

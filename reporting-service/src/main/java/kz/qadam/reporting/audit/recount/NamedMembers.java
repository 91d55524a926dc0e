package kz.qadam.reporting.audit.recount;

/** The cohort that an event names, and the members of dimensions. */
record NamedMembers(String cohort, String region, String institution, String course) {}

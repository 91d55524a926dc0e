package kz.qadam.system;

/** An institution of the catalogue; its enrolments count in its region. */
record Institution(String code, String region) {}

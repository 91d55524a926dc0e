package kz.qadam.chassis.security;

/** The roles that a token may carry in its claim {@code groups}; constants, so that {@code @RolesAllowed} can name them. */
public final class Role {

    /** Sends data for the institution in its token. */
    public static final String PARTNER = "partner";

    /** A partner that also makes keys for its institution; such a caller has the role {@link #PARTNER} too. */
    public static final String PARTNER_ADMIN = "partner-admin";

    /** Keeps the catalogue and may act for any institution. */
    public static final String OFFICE = "office";

    /** Reads everything. */
    public static final String AUDITOR = "auditor";

    /** Reads exact aggregates and no records. */
    public static final String VIEWER = "viewer";

    private Role() {}
}

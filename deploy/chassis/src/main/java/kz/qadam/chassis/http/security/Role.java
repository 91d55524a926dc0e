package kz.qadam.chassis.http.security;

import java.util.Set;

/** The roles that a token may carry in its claim {@code groups}; constants, so that {@code @RolesAllowed} can name them. */
public final class Role {

    /** Sends data for the institution in its token. */
    public static final String PARTNER = "partner";

    /**
     * Posts statements of a learning platform for the institution of its key, and does nothing else. No token carries this
     * role: a key has it that was made for statements only.
     */
    public static final String STATEMENTS = "statements/key";

    /** A partner that also makes keys for its institution; such a caller has the role {@link #PARTNER} too. */
    public static final String PARTNER_ADMIN = "partner-admin";

    /** Keeps the catalogue and may act for any institution. */
    public static final String OFFICE = "office";

    /** Reads everything; everything of one region, if the token names one. */
    public static final String AUDITOR = "auditor";

    /** Reads exact aggregates and no records; those of one region, if the token names one. */
    public static final String VIEWER = "viewer";

    /**
     * An auditor whose token names a region. No token carries this role: {@link RegionalRoles} gives it to one with {@code
     * auditor} or {@code auditor-of-region}.
     */
    public static final String AUDITOR_OF_A_REGION = "auditor/region";

    /**
     * A viewer whose token names a region. No token carries this role: {@link RegionalRoles} gives it to one with {@code
     * viewer} or {@code viewer-of-region}.
     */
    public static final String VIEWER_OF_A_REGION = "viewer/region";

    /**
     * Looks after the institutions of one region, and sees no records of people. No token carries this role: {@link
     * RegionalRoles} gives it to one with {@code region-office}.
     */
    public static final String OFFICE_OF_A_REGION = "office/region";

    /** The roles of people who act for no institution. */
    static final Set<String> OF_STAFF =
            Set.of(OFFICE, AUDITOR, VIEWER, AUDITOR_OF_A_REGION, VIEWER_OF_A_REGION, OFFICE_OF_A_REGION);

    private Role() {}
}

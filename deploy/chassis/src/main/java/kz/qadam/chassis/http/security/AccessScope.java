package kz.qadam.chassis.http.security;

import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What a caller may see, of things that belong to an institution and to a region; or the part of it that a question is
 * about. {@link Caller} has the scope of a caller.
 *
 * @param institution only things of this institution; null: of all institutions
 * @param region only things of this region; null: of all regions
 */
public record AccessScope(String institution, String region) {

    /** Everything, whatever it belongs to. */
    public static final AccessScope EVERYTHING = new AccessScope(null, null);

    static AccessScope ofInstitution(String institution) {
        return new AccessScope(institution, null);
    }

    public static AccessScope ofRegion(String region) {
        return new AccessScope(null, region);
    }

    /** Whether only things of one institution are in it. */
    public boolean isOfInstitution() {
        return institution != null;
    }

    /** Whether only things of one region are in it. */
    public boolean isOfRegion() {
        return region != null;
    }

    /**
     * The part of the scope that a question is about.
     *
     * @param named the institution that the parameter {@code institution} names; null if it names none
     * @throws Problem {@link ProblemType#NOT_YOURS} if the institution is outside the access scope
     */
    public AccessScope at(String named) {
        if (named == null || named.equals(institution)) {
            return this;
        }
        if (isOfInstitution()) {
            throw new Problem(ProblemType.NOT_YOURS, Fault.parameter("institution", "not-yours"));
        }
        return new AccessScope(named, region);
    }

    /**
     * The part of the scope that a question is about.
     *
     * @param named the region that the query parameter {@code region} names; null if it names none
     * @throws Problem {@link ProblemType#BEYOND_REGION} if the region is outside the access scope
     */
    public AccessScope in(String named) {
        if (named == null || named.equals(region)) {
            return this;
        }
        if (isOfRegion()) {
            throw new Problem(ProblemType.BEYOND_REGION, Fault.parameter("region", "beyond-region", region));
        }
        return new AccessScope(institution, named);
    }

    /** Whether a thing of this institution and this region is in the scope. */
    public boolean sees(String itsInstitution, String itsRegion) {
        return (institution == null || institution.equals(itsInstitution))
                && (region == null || region.equals(itsRegion));
    }

    /**
     * The conditions of an SQL statement whose rows are in the scope, each beginning with {@code and}; {@link #bindTo}
     * binds their values. Only conditions that are needed, so that PostgreSQL plans for them.
     *
     * @param institutionColumn the column with the institution of a row
     * @param regionColumn the column with its region
     */
    public String sql(String institutionColumn, String regionColumn) {
        return (isOfInstitution() ? " and " + institutionColumn + " = :visibleInstitution" : "")
                + (isOfRegion() ? " and " + regionColumn + " = :visibleRegion" : "");
    }

    /** Binds the values of {@link #sql}. */
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        if (isOfInstitution()) {
            statement.bind("visibleInstitution", institution);
        }
        if (isOfRegion()) {
            statement.bind("visibleRegion", region);
        }
        return statement;
    }
}

package kz.qadam.enrolment.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** The rule of an installation that institutions declare their basis before they send anybody. */
@ApplicationScoped
public class LegalBasisRule {

    /** An institution, and a cohort whose people it sends. */
    public record Sending(String institution, String cohort) {}

    private static final TableColumns<Sending> COLUMNS = TableColumns.of(Sending.class);

    private static final String WITHOUT_BASIS = """
            select %s from %s
             where exists (select from institution where code = s.institution)
               and exists (select from cohort where code = s.cohort and not withdrawn)
               and not exists (select from declared_basis b
                                where b.institution = s.institution and b.cohort = s.cohort and b.since <= :day)
            """.formatted(COLUMNS.names("s"), COLUMNS.rows("s"));

    private final boolean isRequired;

    @Inject
    LegalBasisRule(LegalBasisConfig config) {
        this(config.required());
    }

    private LegalBasisRule(boolean isRequired) {
        this.isRequired = isRequired;
    }

    /** The rule of an installation that requires a basis, or of one that does not. */
    public static LegalBasisRule of(boolean isRequired) {
        return new LegalBasisRule(isRequired);
    }

    /**
     * Those without a declared basis that is in force on this day; none if the installation does not require one.
     * Institutions and cohorts that do not exist are left out.
     */
    public Set<Sending> findWithoutBasis(Handle database, Collection<Sending> all, LocalDate day) {
        List<Sending> named = all.stream()
                .filter(one -> one.institution() != null && one.cohort() != null)
                .distinct()
                .toList();
        return isRequired && !named.isEmpty()
                ? COLUMNS.bind(database.createQuery(WITHOUT_BASIS), named)
                        .bind("day", day)
                        .map(COLUMNS)
                        .set()
                : Set.of();
    }
}

package kz.qadam.enrolment.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.enrolment.restore.Adoption;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Writes the published bases of institutions. What is published are the periods that follow from declarations, so as many
 * declarations are added as lead to the same periods. Their documents are not published.
 */
final class AdoptedLegalBases {

    private static final String PRESENT = """
            select cohort, version, basis, since from declared_basis where institution = :institution order by version
            """;

    private static final String DECLARE = """
            insert into declared_basis (id, institution, cohort, version, basis, since, document, declared_at, declared_by)
            select :id, :institution, :cohort, coalesce(max(version), 0) + 1, :basis, :since, :restored, :time, :restored
              from declared_basis where institution = :institution and cohort = :cohort
            """;

    private AdoptedLegalBases() {}

    /** @param published in the order of their days */
    static void write(Handle database, String institution, List<LegalBasisPeriod> published, Instant time) {
        Map<String, List<LegalBasisPeriod>> present = byCohort(LegalBasisPeriod.of(database.createQuery(PRESENT)
                .bind("institution", institution)
                .map(AdoptedLegalBases::declared)
                .list()));
        byCohort(published)
                .forEach((cohort, wanted) -> missing(present.getOrDefault(cohort, List.of()), wanted)
                        .forEach(period -> declare(database, institution, period, time)));
    }

    /** The periods of one cohort that have to be declared after those that are there: each ends what begins on its day or later. */
    static List<LegalBasisPeriod> missing(List<LegalBasisPeriod> present, List<LegalBasisPeriod> wanted) {
        int same = 0;
        while (same < Math.min(present.size(), wanted.size())
                && present.get(same).equals(wanted.get(same))) {
            same++;
        }
        boolean isTooLong = same == wanted.size() && same < present.size();
        return wanted.subList(isTooLong ? same - 1 : same, wanted.size());
    }

    private static void declare(Handle database, String institution, LegalBasisPeriod period, Instant time) {
        database.createUpdate(DECLARE)
                .bind("id", UUID.randomUUID())
                .bind("institution", institution)
                .bind("cohort", period.cohort())
                .bind("basis", period.basis().name())
                .bind("since", period.since())
                .bind("restored", Adoption.RESTORED)
                .bind("time", time)
                .execute();
    }

    private static Map<String, List<LegalBasisPeriod>> byCohort(List<LegalBasisPeriod> periods) {
        return periods.stream()
                .collect(Collectors.groupingBy(LegalBasisPeriod::cohort, TreeMap::new, Collectors.toList()));
    }

    private static DeclaredBasis declared(ResultSet row, StatementContext context) throws SQLException {
        var declared = new DeclaredBasis();
        declared.cohort = row.getString("cohort");
        declared.version = row.getInt("version");
        declared.basis = LegalBasis.valueOf(row.getString("basis"));
        declared.since = row.getObject("since", LocalDate.class);
        return declared;
    }
}

package kz.qadam.enrolment.enrolments;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import kz.qadam.enrolment.learners.BlockedLearners;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The filters of a list of enrolments; a filter that is null is ignored.
 *
 * @param asked what the caller asks about and may see
 * @param withoutBlocked leaves out the enrolments of blocked learners, which institutions cannot read
 * @param numberMissing whether the number of the learner has to be sent again, since the database was restored
 */
record EnrolmentQuery(
        AccessScope asked,
        boolean withoutBlocked,
        String course,
        String cohort,
        EnrolmentStatus status,
        String reference,
        Boolean numberMissing) {

    private static final String BY_ID = """
            select %s from %s where id = :id
            """.formatted(EnrolmentRows.COLUMNS.names(), EnrolmentRows.TABLES);

    EnrolmentQuery {
        reference = reference == null ? null : Normalizer.normalize(reference, Normalizer.Form.NFC);
    }

    /** @throws Problem 404 if a filter names a code that the catalogue does not have */
    void check(Handle database) {
        String institution = asked.institution();
        NamedCatalogueEntries catalogue =
                NamedCatalogueEntries.read(database, noneOrOne(institution), noneOrOne(course), noneOrOne(cohort));
        if (institution != null && catalogue.institution(institution).isEmpty()) {
            throw Problem.unknownCode("institution", institution);
        }
        if (course != null && !catalogue.hasCourse(course)) {
            throw Problem.unknownCode("course", course);
        }
        if (cohort != null && !catalogue.hasCohort(cohort)) {
            throw Problem.unknownCode("cohort", cohort);
        }
    }

    /**
     * Reads a filter that is true or false; null if it is not given.
     *
     * @throws Problem 400 for anything else
     */
    static Boolean flag(String name, String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw Problem.badParameter(name, "boolean", name);
        }
        return value == null ? null : Boolean.valueOf(value);
    }

    private static List<String> noneOrOne(String code) {
        return code == null ? List.of() : List.of(code);
    }

    /** The enrolments after a cursor, in the order of last change. */
    List<ListedRow<EnrolmentView>> after(Handle database, PageStart start) {
        String sql = "select " + EnrolmentRows.COLUMNS.names() + ", " + ListedRow.positionColumns("changed")
                + " from " + EnrolmentRows.TABLES
                + " where (s.changed, s.enrolment_id) > (cast(cast(:change as text) as xid8), :id)"
                + conditions() + " order by s.changed, s.enrolment_id limit :limit";
        return start.rows(bindFilters(database.createQuery(sql)), EnrolmentRows.COLUMNS, Enrolment::id).stream()
                .map(row -> row.as(EnrolmentView::of))
                .toList();
    }

    /** Contains only the filters that are set, so that PostgreSQL can choose a fitting index. */
    private String conditions() {
        List<String> conditions = new ArrayList<>();
        conditions.add(asked.sql("s.whose", "region"));
        if (withoutBlocked) {
            conditions.add(" and " + BlockedLearners.NOT_BLOCKED);
        }
        if (course != null) {
            conditions.add(" and course = :course");
        }
        if (cohort != null) {
            conditions.add(" and cohort = :cohort");
        }
        if (reference != null) {
            conditions.add(" and reference = :reference");
        }
        if (numberMissing != null) {
            conditions.add((numberMissing ? " and " : " and not ") + "(" + AdoptedEnrolmentRows.NUMBER_MISSING + ")");
        }
        if (status != null) {
            conditions.add(
                    switch (status) {
                        case ENROLLED -> " and withdrawn_on is null and not s.completed";
                        case COMPLETED -> " and withdrawn_on is null and s.completed";
                        case WITHDRAWN -> " and withdrawn_on is not null";
                    });
        }
        return String.join("", conditions);
    }

    private Query bindFilters(Query query) {
        query.getConfig(org.jdbi.v3.core.statement.SqlStatements.class).setUnusedBindingAllowed(true);
        return asked.bindTo(query).bind("course", course).bind("cohort", cohort).bind("reference", reference);
    }

    static Optional<Enrolment> byId(Handle database, UUID id) {
        return database.createQuery(BY_ID)
                .bind("id", id)
                .map(EnrolmentRows.COLUMNS)
                .findOne();
    }
}

package kz.qadam.reporting.audit.evidence;

import java.util.List;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.catalogue.Catalogue;
import org.jdbi.v3.core.Handle;

/**
 * A question about the records behind a figure, which the endpoint and the page answer alike.
 *
 * @param after the end of the previous page; null for the first page
 */
record EvidenceQuestion(EvidenceFilter filter, EvidenceListKind list, int limit, EvidenceCursor after) {

    /**
     * The question of a request.
     *
     * @param cursor null for the first page
     * @throws Problem 400 if the cursor cannot be read
     */
    static EvidenceQuestion of(EvidenceFilter filter, EvidenceListKind list, int limit, String cursor) {
        return new EvidenceQuestion(filter, list, limit, cursor == null ? null : EvidenceCursor.parse(cursor));
    }

    /** The point in time that is asked for; that of the first page for all further ones. */
    PointInTime point(PointInTimeResolver points, String asOf, String on) {
        return after == null
                ? points.of(asOf, on)
                : points.of(after.asOf().toString(), after.on().toString());
    }

    /** @throws Problem 404 for a cohort, or a member of an empty cell, that is not known */
    Evidence answer(Handle database, PointInTime point) {
        Catalogue catalogue = EvidenceResource.catalogue(database, point, filter);
        var records = new EvidenceRecords(database, point, list, filter.conditions(database, point, catalogue, list));
        long total = after == null ? records.count() : after.total();
        if (total == 0) {
            filter.requireKnownMembers(database, point);
        }
        List<EvidenceRecord> items = records.page(after == null ? EvidenceCursor.BEFORE_ALL : after, limit);
        return new Evidence(
                point.asOf(),
                point.on(),
                point.batch(),
                list.measure(),
                filter,
                list.isOfExcluded(),
                total,
                items,
                items.size() < limit ? null : end(point, total, items.get(limit - 1)));
    }

    private String end(PointInTime point, long total, EvidenceRecord last) {
        return new EvidenceCursor(point.asOf(), point.on(), total, last.day(), list.idOf(last), last.cohort())
                .toString();
    }
}

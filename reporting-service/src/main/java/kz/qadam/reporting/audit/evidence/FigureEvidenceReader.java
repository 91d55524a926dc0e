package kz.qadam.reporting.audit.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.audit.reconciliation.ReconciliationReader;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.CatalogueCache;
import kz.qadam.reporting.catalogue.Cohort;

/** Reads what the page of a figure shows: the records as the endpoint does, and the stages on the way to them. */
@ApplicationScoped
class FigureEvidenceReader {

    private static final int MOST = 50;

    private final Database database;
    private final PointInTimeResolver points;
    private final CatalogueCache catalogues;
    private final ReadingLog readings;
    private final Recording recording;
    private final Caller caller;

    FigureEvidenceReader(
            Database database,
            PointInTimeResolver points,
            CatalogueCache catalogues,
            ReadingLog readings,
            Recording recording,
            Caller caller) {
        this.database = database;
        this.points = points;
        this.catalogues = catalogues;
        this.readings = readings;
        this.recording = recording;
        this.caller = caller;
    }

    /** What can be asked for by the caller. */
    QuestionPageView question(DeskContext context, DeskForm form) {
        PointInTime now = points.of(null, null);
        String region = caller.scopeOfStaff().region();
        List<Cohort> cohorts = database.transaction(handle -> catalogues.at(handle, now.batch()))
                .inOrder(now.on());
        return new QuestionPageView(context, form, cohorts, region, isAuditor());
    }

    private boolean isAuditor() {
        return caller.isAuditor() || caller.is(Role.AUDITOR_OF_A_REGION);
    }

    /**
     * The figure that is asked for. The log has the question as the endpoint of records reads it.
     *
     * @param cursor null for the first page
     * @throws Problem if the question cannot be answered
     */
    FigurePageView read(QuestionPageView view, String cursor) {
        Map<String, String> given = new LinkedHashMap<>(view.form().filledIn());
        String region = caller.scopeOfStaff().in(given.get("region")).region();
        if (region != null) {
            given.put("region", region);
        }
        EvidenceQuestion question = EvidenceQuestion.of(
                new EvidenceFilter(given.get("cohort"), AskedMembers.of(given::get), null), list(given), MOST, cursor);
        PointInTime point = question.point(points, given.get("asOf"), given.get("on"));
        boolean hasStages =
                cursor == null && mayCountAll() && !given.get("cohort").equals(Catalogue.TOTAL);
        return readings.readAs(
                asked(given, cursor),
                point,
                handle -> new FigurePageView(
                        view,
                        question.answer(handle, point),
                        hasStages ? ReconciliationReader.counted(handle, point, given.get("cohort")) : null,
                        cursor == null,
                        mayCountAll()),
                figure -> figure.records().items().size());
    }

    /** Stages and recounts are of the whole country. */
    private boolean mayCountAll() {
        return caller.isAuditor() || caller.isOffice();
    }

    private static EvidenceListKind list(Map<String, String> given) {
        String measure = given.get("measure");
        if (measure != null && !QuestionPageView.MEASURES.contains(measure)) {
            throw Problem.badParameter(
                    "measure", "unknown-value", "measure", String.join(", ", QuestionPageView.MEASURES));
        }
        return EvidenceListKind.of(measure, Boolean.parseBoolean(given.get("excluded")));
    }

    private String asked(Map<String, String> given, String cursor) {
        Map<String, String> asked = new LinkedHashMap<>(given);
        asked.put("limit", Integer.toString(MOST));
        if (cursor != null) {
            asked.put("cursor", cursor);
        }
        return recording.asked(URI.create(EvidenceResource.PATH + "?" + QuestionPageView.query(asked)), "");
    }
}

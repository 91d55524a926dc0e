package kz.qadam.enrolment.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;

/**
 * What the page of bases shows.
 *
 * @param institution whose bases these are; null while the office has not said it
 * @param isUnknown whether there is no institution of the code that the office has given
 * @param mayDeclare whether the reader may declare a basis
 */
record LegalBasesPageView(
        DeskContext context, String institution, boolean isUnknown, boolean mayDeclare, List<OfCohort> cohorts) {

    /**
     * The basis for the people of a cohort.
     *
     * @param newest the newest declaration; null if there is none
     * @param isInForce whether a declaration is in force today
     * @param isNeeded whether the institution has enrolled people of the cohort
     */
    record OfCohort(String code, String name, LegalBasisView newest, boolean isInForce, boolean isNeeded) {

        public boolean isMissing() {
            return isNeeded && !isInForce;
        }
    }

    public boolean needsInstitution() {
        return institution == null || isUnknown;
    }

    /** What was declared last, or that nothing was. */
    public String declared(OfCohort one) {
        return one.newest == null
                ? say("none")
                : say("declared", basis(one.newest.basis()), context.day(one.newest.since()), one.newest.document());
    }

    public String basis(LegalBasis basis) {
        return say("basis." + basis.word());
    }

    /** Whether something has to be done about a cohort. */
    public String state(OfCohort one) {
        if (one.isMissing()) {
            return say("missing");
        }
        return say(one.isInForce ? "in-force" : "not-needed");
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("bases." + key, arguments));
    }

    /** The form about a cohort. */
    public String form(OfCohort one) {
        return ofInstitution(context, LegalBasisPage.PATH + "/" + one.code, institution);
    }

    /** A page about an institution. */
    static String ofInstitution(DeskContext context, String path, String institution) {
        return context.page(path) + "&institution=" + URLEncoder.encode(institution, StandardCharsets.UTF_8);
    }
}

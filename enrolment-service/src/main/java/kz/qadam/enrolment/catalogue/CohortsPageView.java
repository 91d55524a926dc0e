package kz.qadam.enrolment.catalogue;

import java.util.List;
import kz.qadam.chassis.desk.Change;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;

/**
 * What the page of all cohorts shows.
 *
 * @param cohorts as in force today
 * @param form that creates one
 * @param would what the form would create; null if nothing was sent, or it is refused
 */
record CohortsPageView(DeskContext context, List<CohortView> cohorts, DeskForm form, CohortChange would) {

    private CohortWords words() {
        return new CohortWords(context);
    }

    public String name(CohortView one) {
        return one.names().in(context.language());
    }

    public String target(CohortView one) {
        return words().target(one.target());
    }

    public String requirement(CohortView one) {
        return words().requirement(one.requirement());
    }

    public String address(CohortView one) {
        return context.page(CohortPage.PATH + "/" + one.code());
    }

    /** What would be created, member by member. */
    public List<Change> created() {
        return words().created(would);
    }

    public CohortFields fields() {
        return new CohortFields(context, form);
    }

    public String label(String field) {
        return fields().label(field);
    }
}

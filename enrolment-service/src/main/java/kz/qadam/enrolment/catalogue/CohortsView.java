package kz.qadam.enrolment.catalogue;

import java.util.List;
import kz.qadam.chassis.desk.Change;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskPlace;

/**
 * What the page of all cohorts shows.
 *
 * @param cohorts as in force today
 * @param form that creates one
 * @param would what the form would create; null if nothing was sent, or it is refused
 */
record CohortsView(DeskPlace place, List<CohortView> cohorts, DeskForm form, CohortChange would) {

    private CohortWords words() {
        return new CohortWords(place);
    }

    public String name(CohortView one) {
        return one.names().in(place.language());
    }

    public String target(CohortView one) {
        return words().target(one.target());
    }

    public String requirement(CohortView one) {
        return words().requirement(one.requirement());
    }

    public String address(CohortView one) {
        return place.page(CohortPage.PATH + "/" + one.code());
    }

    /** What would be created, member by member. */
    public List<Change> created() {
        return words().created(would);
    }

    public CohortFields fields() {
        return new CohortFields(place, form);
    }

    public String label(String field) {
        return fields().label(field);
    }
}

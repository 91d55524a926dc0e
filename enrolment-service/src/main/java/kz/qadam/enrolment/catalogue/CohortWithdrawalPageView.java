package kz.qadam.enrolment.catalogue;

import kz.qadam.chassis.desk.DeskContext;

/**
 * What the page shows that asks whether a cohort is to be withdrawn.
 *
 * @param context of the page of the cohort
 * @param version the newest version of the cohort, which the confirmation names
 * @param problem why it was not withdrawn; null if nothing was confirmed
 */
record CohortWithdrawalPageView(DeskContext context, String code, String name, int version, String problem) {

    public String action() {
        return context.page(context.path() + "/withdrawal");
    }
}

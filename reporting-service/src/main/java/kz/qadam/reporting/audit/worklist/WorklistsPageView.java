package kz.qadam.reporting.audit.worklist;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;

/**
 * What the page of all worklists shows.
 *
 * @param worklists the open ones first
 * @param attempt the id of the next worklist: a form that is sent twice draws one
 */
record WorklistsPageView(
        DeskContext context, List<Worklist> worklists, SortedMap<String, Cohort> cohorts, UUID attempt, DeskForm form) {

    /** A cohort that can be chosen. */
    record Choice(String code, String name, boolean isChosen) {}

    /** That not all are shown; null if they are. */
    public String cut() {
        return context.cut(worklists, WorklistPage.MOST);
    }

    public List<Choice> choices() {
        return Stream.concat(
                        cohorts.values().stream()
                                .map(one -> choice(one.code(), one.names().in(context.language()))),
                        Stream.of(choice(Catalogue.TOTAL, text().say("all-cohorts"))))
                .toList();
    }

    private Choice choice(String code, String name) {
        return new Choice(code, name, form.isChosen("cohort", code));
    }

    public String title(Worklist one) {
        return text().title(one);
    }

    public String progress(Worklist one) {
        return text().progress(one);
    }

    public String state(Worklist one) {
        return text().state(one);
    }

    public String share(Worklist one) {
        return text().share(one.counts());
    }

    public String address(Worklist one) {
        return context.page(WorklistPage.PATH + "/" + one.id());
    }

    public String action() {
        return context.page(WorklistPage.PATH);
    }

    private WorklistText text() {
        return new WorklistText(context, cohorts);
    }
}

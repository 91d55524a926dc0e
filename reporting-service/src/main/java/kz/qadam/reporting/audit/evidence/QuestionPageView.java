package kz.qadam.reporting.audit.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.Dimension;

/**
 * The form that asks for a figure, as its address has filled it in.
 *
 * @param cohorts those that can be chosen
 * @param ownRegion the only region that the caller sees; null: all
 * @param hasWorklists whether the caller has worklists
 */
record QuestionPageView(
        DeskContext context, DeskForm form, List<Cohort> cohorts, String ownRegion, boolean hasWorklists) {

    /** The measures whose records the page shows. */
    static final List<String> MEASURES = List.of("trained", "completions", "enrolled");

    /** A value that can be chosen. */
    record Choice(String code, String name, boolean isChosen) {}

    /** The same question with what is wrong with it. */
    QuestionPageView refused(Problem problem) {
        return new QuestionPageView(
                context, form.refused(problem, context.language(), this::label), cohorts, ownRegion, hasWorklists);
    }

    /** What people call a field. */
    public String label(String field) {
        return switch (field) {
            case "cohort", "region" -> context.tell(Message.of("page." + field));
            default -> say(field);
        };
    }

    public List<Choice> measures() {
        return MEASURES.stream()
                .map(one -> choice("measure", one, say("measure." + one)))
                .toList();
    }

    public List<Choice> cohortChoices() {
        return Stream.concat(cohorts.stream().map(Cohort::code), Stream.of(Catalogue.TOTAL))
                .map(code -> choice("cohort", code, cohort(code)))
                .toList();
    }

    /** An auditor whose token names a region cannot choose another one. */
    public List<Choice> regions() {
        Stream<Choice> all = MemberNames.of(Dimension.REGION).orElseThrow().keySet().stream()
                .filter(code -> ownRegion == null || code.equals(ownRegion))
                .map(code -> choice("region", code, region(code)));
        return (ownRegion == null ? Stream.concat(Stream.of(choice("region", "", region(""))), all) : all).toList();
    }

    private Choice choice(String field, String code, String name) {
        return new Choice(code, name, form.isChosen(field, code));
    }

    /** A cohort by its name; by its code if it has been withdrawn since. */
    String cohort(String code) {
        if (code.equals(Catalogue.TOTAL)) {
            return context.tell(Message.of("worklists.all-cohorts"));
        }
        return cohorts.stream()
                .filter(one -> one.code().equals(code))
                .map(one -> one.names().in(context.language()))
                .findFirst()
                .orElse(code);
    }

    /** @param code null or empty for the whole country */
    String region(String code) {
        if (code == null || code.isEmpty()) {
            return context.tell(Message.of("page.narrowed.everywhere"));
        }
        LocalizedName names = MemberNames.of(Dimension.REGION).orElseThrow().get(code);
        return names == null ? code : names.in(context.language());
    }

    public boolean isOfExcluded() {
        return form.isChosen("excluded", "true");
    }

    /** Where the form is sent, without parameters: its fields are those. The answer begins at the figure. */
    public String asking() {
        return context.root() + EvidencePage.PATH + "#figure-title";
    }

    public String worklists() {
        return context.page("/worklists");
    }

    /** The address of the page with these parameters. */
    String address(Map<String, String> parameters) {
        return context.page(EvidencePage.PATH + "?" + query(parameters));
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    String say(String key, Object... arguments) {
        return context.tell(Message.of(EvidencePage.TEXTS + "." + key, arguments));
    }
}

package kz.qadam.reporting.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.language.Language;

/**
 * The selection and appearance of the dashboard. The address contains all of it, so that it can be shared.
 *
 * @param theme light or dark; null for the setting of the reader's system
 * @param cohort null for the total
 * @param region null for the nation
 * @param on valid time: the day of the figures; null for the day of {@code asOf}, or today
 * @param asOf transaction time: the figures are what was known then; null for now
 */
public record DashboardSelection(
        Language language, String theme, String cohort, String region, String on, String asOf) {

    static final String TOTAL = "total";

    /** Empty values and defaults become null. */
    public DashboardSelection {
        theme = "light".equals(theme) || "dark".equals(theme) ? theme : null;
        cohort = TOTAL.equals(cohort) ? null : nullIfBlank(cohort);
        region = nullIfBlank(region);
        on = nullIfBlank(on);
        asOf = nullIfBlank(asOf);
    }

    private static String nullIfBlank(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The cohort in addresses of the API. */
    String cohortOrTotal() {
        return Objects.requireNonNullElse(cohort, TOTAL);
    }

    /** The path of the cohort in the API. */
    String apiPath(String suffix) {
        return "/v1/progress/" + cohortOrTotal() + suffix;
    }

    boolean isPast() {
        return on != null || asOf != null;
    }

    DashboardSelection in(Language other) {
        return new DashboardSelection(other, theme, cohort, region, on, asOf);
    }

    DashboardSelection themed(String other) {
        return new DashboardSelection(language, other, cohort, region, on, asOf);
    }

    DashboardSelection ofCohort(String other) {
        return new DashboardSelection(language, theme, other, region, on, asOf);
    }

    DashboardSelection ofRegion(String other) {
        return new DashboardSelection(language, theme, cohort, other, on, asOf);
    }

    /** The same selection of today. */
    DashboardSelection now() {
        return new DashboardSelection(language, theme, cohort, region, null, null);
    }

    /** The same selection of a past day, by what is known now. */
    DashboardSelection onDay(LocalDate day) {
        return new DashboardSelection(language, theme, cohort, region, day.toString(), null);
    }

    /** The same selection of a past day, by what was known at its end. */
    DashboardSelection asKnownOn(LocalDate day) {
        return new DashboardSelection(language, theme, cohort, region, null, day.toString());
    }

    /** The address of the selection, relative to the page, which is also below {@code /staff/}. */
    public String address() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("lang", language.tag());
        query.put("theme", theme);
        query.put("cohort", cohort);
        query.put("region", region);
        query.put("on", on);
        query.put("asOf", asOf);
        return "./" + encoded(query);
    }

    /**
     * The address of the same figures in the API, relative to the page.
     *
     * @param parameters names and values, without {@code asOf} and {@code on}
     */
    String apiAddress(String path, String... parameters) {
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], parameters[i + 1]);
        }
        query.put("on", on);
        query.put("asOf", asOf);
        return path.substring(1) + encoded(query);
    }

    private static String encoded(Map<String, String> query) {
        String text = query.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }
}

package kz.qadam.reporting.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.qadam.chassis.language.Language;

/**
 * What of the dashboard is looked at, and how. The address says all of it, so that whatever is seen can be passed on.
 *
 * @param theme light or dark; null: as the reader's system has it
 * @param cohort null: the targeted ones together
 * @param region null: the nation
 * @param on the day that is looked at; null: that of {@code asOf}, or today
 * @param asOf as known then; null: as known now
 */
public record View(Language language, String theme, String cohort, String region, String on, String asOf) {

    static final String TOTAL = "total";

    /** What is empty or says what holds anyway is left out. */
    public View {
        theme = "light".equals(theme) || "dark".equals(theme) ? theme : null;
        cohort = TOTAL.equals(cohort) ? null : given(cohort);
        region = given(region);
        on = given(on);
        asOf = given(asOf);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The cohort that the API is asked about. */
    String cohortOrTotal() {
        return Objects.requireNonNullElse(cohort, TOTAL);
    }

    boolean isPast() {
        return on != null || asOf != null;
    }

    View in(Language other) {
        return new View(other, theme, cohort, region, on, asOf);
    }

    View themed(String other) {
        return new View(language, other, cohort, region, on, asOf);
    }

    View ofCohort(String other) {
        return new View(language, theme, other, region, on, asOf);
    }

    View ofRegion(String other) {
        return new View(language, theme, cohort, other, on, asOf);
    }

    /** The same today. */
    View now() {
        return new View(language, theme, cohort, region, null, null);
    }

    /** By what is known now. */
    View onDay(LocalDate day) {
        return new View(language, theme, cohort, region, day.toString(), null);
    }

    /** By what was known at the end of that day. */
    View asKnownOn(LocalDate day) {
        return new View(language, theme, cohort, region, null, day.toString());
    }

    /** Where it is to be seen. */
    public String address() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("lang", language.tag());
        query.put("theme", theme);
        query.put("cohort", cohort);
        query.put("region", region);
        query.put("on", on);
        query.put("asOf", asOf);
        return "/" + encoded(query);
    }

    /**
     * Where the API has the same.
     *
     * @param parameters names and values, beside the moment
     */
    String source(String path, String... parameters) {
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], parameters[i + 1]);
        }
        query.put("on", on);
        query.put("asOf", asOf);
        return path + encoded(query);
    }

    private static String encoded(Map<String, String> query) {
        String text = query.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }
}

package kz.qadam.enrolment.enrolments;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form as a browser shows it: what it would send again. */
final class ShownForm {

    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern SELECT = Pattern.compile("(?s)<select [^>]*name=\"([^\"]*)\"[^>]*>(.*?)</select>");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected>");
    private static final Pattern AREA = Pattern.compile("(?s)<textarea name=\"([^\"]*)\" hidden>\n(.*?)</textarea>");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final String html;

    ShownForm(Response answer) {
        html = answer.then().statusCode(200).extract().asString();
        INPUT.matcher(html).results().map(one -> one.group(1)).forEach(this::add);
        SELECT.matcher(html).results().forEach(one -> {
            Matcher chosen = CHOSEN.matcher(one.group(2));
            values.put(one.group(1), chosen.find() ? text(chosen.group(1)) : "");
        });
        AREA.matcher(html).results().forEach(one -> values.put(one.group(1), text(one.group(2))));
    }

    private void add(String input) {
        boolean isUnticked = input.contains("checkbox") && !input.contains(" checked");
        if (input.contains("name=\"") && !isUnticked && !input.contains("type=\"file\"")) {
            String value = attribute(input, "value");
            values.put(attribute(input, "name"), input.contains("checkbox") && value.isEmpty() ? "on" : value);
        }
    }

    private static String attribute(String input, String name) {
        Matcher found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(input);
        return found.find() ? text(found.group(1)) : "";
    }

    private static String text(String html) {
        return html.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    ShownForm with(String field, String value) {
        assertThat(html).contains("\"" + field + "\"");
        values.put(field, value);
        return this;
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    String html() {
        return html;
    }

    /** What it would send, by field. */
    Map<String, String> values() {
        return values;
    }
}

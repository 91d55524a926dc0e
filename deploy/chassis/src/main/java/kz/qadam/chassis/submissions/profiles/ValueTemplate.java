package kz.qadam.chassis.submissions.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with headers in braces, such as {@code {Group|Топ}-{№}}.
 *
 * @param texts what is before, between and behind the headers; one more than there are headers
 */
record ValueTemplate(List<String> texts, List<HeaderMatcher> headers) {

    private static final Pattern HEADER = Pattern.compile("\\{([^{}]+)\\}");

    static boolean isWellFormed(String template) {
        return HEADER.matcher(template).find()
                && HEADER.matcher(template).replaceAll("").chars().noneMatch(sign -> sign == '{' || sign == '}');
    }

    static ValueTemplate of(String template) {
        List<String> texts = new ArrayList<>();
        List<HeaderMatcher> headers = new ArrayList<>();
        Matcher header = HEADER.matcher(template);
        int from = 0;
        while (header.find()) {
            texts.add(template.substring(from, header.start()));
            headers.add(HeaderMatcher.of(List.of(header.group(1).split("\\|")), null));
            from = header.end();
        }
        texts.add(template.substring(from));
        return new ValueTemplate(texts, headers);
    }

    /** The value; empty if all cells are. */
    String filled(List<String> cells) {
        if (cells.stream().allMatch(String::isEmpty)) {
            return "";
        }
        var value = new StringBuilder(texts.get(0));
        for (int i = 0; i < cells.size(); i++) {
            value.append(cells.get(i)).append(texts.get(i + 1));
        }
        return value.toString();
    }
}

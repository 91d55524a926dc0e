package kz.qadam.witness;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The differences between the answers of two suites. */
public final class Comparison {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 160;

    /** The most differences that are shown for one answer; for all of them, keep the answers of both sides. */
    private static final int MOST_PLACES = 8;

    private final List<Pattern> expected;
    private final StringBuilder report = new StringBuilder();
    private int compared;
    private int different;
    private int excused;

    private Comparison(List<Pattern> expected) {
        this.expected = expected;
    }

    /**
     * Compares all answers.
     *
     * @param expected a file with an expected difference on each line: a regular expression, a tab, and the reason. It
     *     is searched for in {@code name of the call: place: before → after}
     */
    public static Comparison of(Answers before, Answers after, Path expected) throws IOException {
        var comparison = new Comparison(patterns(expected));
        Set<String> names = new LinkedHashSet<>(before.byName().keySet());
        names.addAll(after.byName().keySet());
        for (String name : names) {
            comparison.compare(name, normalised(name, before), normalised(name, after));
        }
        return comparison;
    }

    /** The normalised answer; null if the call was not sent. */
    private static List<String> normalised(String name, Answers answers) {
        List<String> lines = answers.byName().get(name);
        return lines == null
                ? null
                : List.of(
                        Normaliser.of(name).normalise(String.join("\n", lines)).split("\n", -1));
    }

    private static List<Pattern> patterns(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Pattern.compile(line.split("\t", 2)[0]))
                .toList();
    }

    public boolean isClean() {
        return different == 0;
    }

    /** All unexpected differences, and their number. */
    public String report() {
        return report
                + "%d answers compared, %d differ, %d expected differences%n".formatted(compared, different, excused);
    }

    private void compare(String name, List<String> before, List<String> after) {
        compared++;
        if (before == null || after == null) {
            add(name, List.of(before == null ? "(not asked) → asked" : "asked → (not asked)"));
        } else if (!before.equals(after)) {
            add(name, places(before, after));
        }
    }

    private void add(String name, List<String> places) {
        List<String> unexpected = places.stream()
                .filter(place -> expected.stream()
                        .noneMatch(one -> one.matcher(name + ": " + place).find()))
                .toList();
        excused += places.size() - unexpected.size();
        if (!unexpected.isEmpty()) {
            different++;
            report.append(name).append('\n');
            unexpected.stream()
                    .limit(MOST_PLACES)
                    .forEach(place -> report.append("    ").append(place).append('\n'));
            if (unexpected.size() > MOST_PLACES) {
                report.append("    … and %d more%n".formatted(unexpected.size() - MOST_PLACES));
            }
        }
    }

    /** The places of the differences: headers by name, members of a JSON body, otherwise lines. */
    private static List<String> places(List<String> before, List<String> after) {
        List<String> places = new ArrayList<>();
        placesOfLines(withoutHeaders(before), withoutHeaders(after), places);
        Map<String, List<String>> one = headers(before);
        Map<String, List<String>> other = headers(after);
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            List<String> was = one.getOrDefault(name, List.of());
            List<String> is = other.getOrDefault(name, List.of());
            if (!was.equals(is)) {
                places.add("%s: %s → %s"
                        .formatted(name, shortened(String.join(", ", was)), shortened(String.join(", ", is))));
            }
        }
        return places;
    }

    /** The values by name. */
    private static Map<String, List<String>> headers(List<String> answer) {
        return headerLines(answer).stream()
                .map(line -> line.split(": ", 2))
                .collect(groupingBy(parts -> parts[0], mapping(parts -> parts.length == 1 ? "" : parts[1], toList())));
    }

    /** After the status line, until an empty one. */
    private static List<String> headerLines(List<String> answer) {
        int end = answer.indexOf("");
        return end < 1 ? List.of() : answer.subList(1, end);
    }

    private static List<String> withoutHeaders(List<String> answer) {
        return Stream.concat(
                        answer.stream().limit(1),
                        answer.stream().skip(1L + headerLines(answer).size()))
                .toList();
    }

    private static void placesOfLines(List<String> before, List<String> after, List<String> places) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            String one = i < before.size() ? before.get(i) : "";
            String other = i < after.size() ? after.get(i) : "";
            if (!one.equals(other)) {
                placesOfLine(i, one, other, places);
            }
        }
    }

    private static void placesOfLine(int line, String before, String after, List<String> places) {
        int found = places.size();
        try {
            placesOfValue("", JSON.readTree(before), JSON.readTree(after), places);
        } catch (JsonProcessingException e) {
            places.add("line %d: %s → %s".formatted(line + 1, shortened(before), shortened(after)));
        }
        if (places.size() == found) {
            places.add("line %d: the same content in other bytes".formatted(line + 1));
        }
    }

    private static void placesOfValue(String place, JsonNode before, JsonNode after, List<String> places) {
        if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> placesOfValue(place + "/" + name, before.path(name), after.path(name), places));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                placesOfValue(place + "/" + i, before.path(i), after.path(i), places);
            }
        } else if (!before.equals(after)) {
            places.add("%s: %s → %s".formatted(place, shortened(shown(before)), shortened(shown(after))));
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "(absent)" : value.toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

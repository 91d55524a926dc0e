package kz.qadam.progress.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.progress.xapi.reading.PlatformProfile;

/**
 * The fields in which people describe a platform, and the body of the request that they stand for. Each line of a list is an
 * address; our code of a course follows it.
 */
final class PlatformForm {

    static final String NAME = "name";
    static final String KIND = "kind";
    static final String STATEMENTS = "statements";

    /** Those that have one thing on each line. */
    static final List<String> LISTS = List.of("homePages", "courses", "notOurs", "done");

    private static final String POINTER = "coursePointer";

    /** What is kept. */
    static final List<String> KEPT = Stream.of(List.of(NAME, KIND), LISTS, List.of(POINTER))
            .flatMap(List::stream)
            .toList();

    private static final List<String> FIELDS =
            Stream.concat(KEPT.stream(), Stream.of(STATEMENTS)).toList();

    private static final Pattern TWO = Pattern.compile("(.*?)[\\s;]+([^\\s;]+)");

    private PlatformForm() {}

    static DeskForm sent(String name, Map<String, String> sent) {
        Map<String, String> all = new LinkedHashMap<>(sent);
        if (name != null) {
            all.put(NAME, name);
        }
        return DeskForm.of(FIELDS, all);
    }

    /** The form with what a profile says. */
    static DeskForm of(String name, PlatformProfile profile) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(NAME, name);
        values.put(KIND, profile.kind().word());
        values.put("homePages", String.join("\n", profile.homePages()));
        values.put("courses", joinLines(profile.courses().stream().map(one -> one.activity() + " " + one.course())));
        values.put("notOurs", String.join("\n", profile.notOurs()));
        values.put("done", joinLines(profile.done().stream().map(one -> one.verb() + " " + one.type())));
        values.put(POINTER, Objects.requireNonNullElse(profile.coursePointer(), ""));
        return DeskForm.of(FIELDS, values);
    }

    private static String joinLines(Stream<String> all) {
        return all.collect(Collectors.joining("\n"));
    }

    /** The lines of a field that are filled in. */
    static List<String> lines(DeskForm form, String field) {
        return form.value(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** @throws Problem if the form has faults */
    static PlatformProfile profile(DeskForm form) {
        ObjectNode body = DeskForm.of(List.of(KIND, POINTER), form.values()).body();
        fill(body.putArray("homePages"), lines(form, "homePages"));
        fill(body.putArray("notOurs"), lines(form, "notOurs"));
        fill(body.putArray("courses"), lines(form, "courses"), "activity", "course");
        fill(body.putArray("done"), lines(form, "done"), "verb", "type");
        return PlatformProfile.READER.readOrThrow(ItemFields.ofForm(body));
    }

    private static void fill(ArrayNode array, List<String> lines) {
        lines.forEach(array::add);
    }

    private static void fill(ArrayNode array, List<String> lines, String first, String second) {
        lines.forEach(line -> {
            Matcher two = TWO.matcher(line);
            ObjectNode one = array.addObject();
            if (two.matches()) {
                one.put(first, two.group(1)).put(second, two.group(2));
            } else {
                one.put(first, line);
            }
        });
    }

    /**
     * The statements on which a profile is to be tried.
     *
     * @throws Problem 400 if they cannot be read, or are more than 20
     */
    static List<JsonNode> statements(DeskForm form, ObjectMapper json) {
        if (form.value(STATEMENTS).isEmpty()) {
            return List.of();
        }
        try {
            List<JsonNode> read =
                    StatementsOfBody.read(json, form.value(STATEMENTS).getBytes(StandardCharsets.UTF_8));
            if (read.size() > PlatformBody.MOST_TRIED) {
                throw new Problem(
                        ProblemType.INVALID_REQUEST,
                        Fault.at("/" + STATEMENTS, "too-many", STATEMENTS, PlatformBody.MOST_TRIED));
            }
            return read;
        } catch (Problem refused) {
            throw new Problem(
                    refused.type(),
                    refused.errors().stream()
                            .map(one -> new Fault("/" + STATEMENTS, null, null, one.text()))
                            .toList());
        }
    }
}

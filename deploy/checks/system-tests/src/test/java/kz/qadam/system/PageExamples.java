package kz.qadam.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The blocks of a page that are marked {@code bash}, run as they are written, in one shell, at the ports of a suite. What a
 * comment above a call claims about its answer is compared with it: a member with its value, such as {@code # trained: 1}, or
 * a status with the code of a problem, such as {@code # 401 needs-token}. A call without a claim has to be answered 2xx.
 */
record PageExamples(Path page) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLOCK = Pattern.compile("^```bash\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("\\b([a-zA-Z]+): (\\S+)$");
    private static final Pattern PROBLEM = Pattern.compile("^# (\\d{3}) ([a-z-]+)$");

    /** Keeps the head and the body of each answer, and the claim about it; curl fails as ever. */
    private static final String BEGIN = """
            set -eo pipefail
            claim() { printf '%s' "$1" > "$ANSWERS/next"; }
            curl() {
                local number
                number=$(find "$ANSWERS" -name '*.claim' | wc -l)
                touch "$ANSWERS/next"
                mv "$ANSWERS/next" "$ANSWERS/$number.claim"
                command curl -D "$ANSWERS/$number.head" "$@" | tee "$ANSWERS/$number.body"
            }
            """;

    /** What went wrong; empty if every call was answered as the page claims. */
    List<String> faults(Map<String, String> environment, Map<String, String> ports)
            throws IOException, InterruptedException {
        Path answers = Files.createTempDirectory("answers");
        String script = BEGIN + script();
        for (Map.Entry<String, String> port : ports.entrySet()) {
            script = script.replace(":" + port.getKey(), ":" + port.getValue());
        }
        var bash = new ProcessBuilder("bash", "-c", script)
                .directory(Repository.ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(answers.resolve("output").toFile());
        bash.environment().putAll(environment);
        bash.environment().put("ANSWERS", answers.toString());
        int exit = bash.start().waitFor();

        List<String> faults = new ArrayList<>();
        if (exit != 0) {
            faults.add("exit code " + exit + ":\n" + Files.readString(answers.resolve("output")));
        }
        for (int number = 0; Files.exists(answers.resolve(number + ".claim")); number++) {
            faults.addAll(faults(answers, number));
        }
        return faults;
    }

    private String script() throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(PageExamples::withClaim)
                .collect(Collectors.joining("\n"));
    }

    private static String withClaim(String line) {
        return line.startsWith("# ") ? "claim '" + line.replace("'", "") + "'" : line;
    }

    private static List<String> faults(Path answers, int number) throws IOException {
        String claim = Files.readString(answers.resolve(number + ".claim"));
        String head = Files.readString(answers.resolve(number + ".head"));
        String body = Files.readString(answers.resolve(number + ".body"));
        String status = head.lines().findFirst().orElse("no answer");
        Matcher problem = PROBLEM.matcher(claim);
        if (problem.find()) {
            boolean isSo = status.contains(problem.group(1)) && body.contains("/problems/" + problem.group(2));
            return isSo ? List.of() : List.of(claim + ", but " + status + " " + body);
        }
        if (!status.contains(" 20")) {
            return List.of(claim + ": " + status + " " + body);
        }
        Matcher member = MEMBER.matcher(claim);
        if (!member.find()) {
            return List.of();
        }
        List<String> values = values(body, member.group(1));
        return values.contains(member.group(2)) ? List.of() : List.of(claim + ", but " + values + " in " + body);
    }

    private static List<String> values(String body, String name) throws JsonProcessingException {
        Stream<JsonNode> found = JSON.readTree(body).findValues(name).stream();
        return found.map(JsonNode::asText).toList();
    }
}

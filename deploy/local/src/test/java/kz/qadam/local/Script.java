package kz.qadam.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a shell script does, as shfmt reads it.
 *
 * @param programs the commands that it calls, by their names
 * @param functions those that it defines
 * @param packages the packages that it installs
 * @param sources the files that it sources, with an asterisk for each variable
 */
record Script(Set<String> programs, Set<String> functions, Set<String> packages, List<String> sources) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What runs the command that is in its arguments, and how many of them come before the command. */
    private static final Map<String, Integer> PREFIXES = Map.ofEntries(
            Map.entry("exec", 0),
            Map.entry("xargs", 0),
            Map.entry("timeout", 1),
            Map.entry("setsid", 0),
            Map.entry("setpriv", 0),
            Map.entry("env", 0),
            Map.entry("chroot", 1),
            Map.entry("unshare", 0),
            Map.entry("await", 2),
            Map.entry("start", 1),
            Map.entry("start_as_postgres", 1),
            Map.entry("run", 2),
            Map.entry("time", 0));

    static Script of(Path file) throws IOException, InterruptedException {
        var script = new Script(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
        script.read(Files.readString(file));
        return script;
    }

    /** Everything that this and other scripts do, which it sources. */
    Script with(Script other) {
        return new Script(
                union(programs, other.programs),
                union(functions, other.functions),
                union(packages, other.packages),
                sources);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private void read(String text) throws IOException, InterruptedException {
        Path input = Files.createTempFile("script", ".sh");
        try {
            Files.writeString(input, text);
            Process shfmt = new ProcessBuilder("shfmt", "--to-json")
                    .redirectInput(input.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            JsonNode parsed = JSON.readTree(new String(shfmt.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            if (shfmt.waitFor() != 0) throw new IOException("shfmt cannot read:\n" + text);
            visit(parsed);
        } finally {
            Files.delete(input);
        }
    }

    private void visit(JsonNode node) throws IOException, InterruptedException {
        switch (node.path("Type").asText()) {
            case "FuncDecl" -> functions.add(node.path("Name").path("Value").asText());
            case "CallExpr" -> {
                call(Stream.of(node.path("Args")).flatMap(Script::words).toList());
                for (JsonNode assignment : node.path("Assigns")) assign(assignment);
            }
            default -> {}
        }
        for (JsonNode child : node) visit(child);
    }

    /** A list of packages may have a name. */
    private void assign(JsonNode assignment) {
        if (assignment.path("Name").path("Value").asText().equals("packages")) {
            for (JsonNode element : assignment.path("Array").path("Elems")) {
                packages.add(word(element.path("Value")));
            }
        }
    }

    private void call(List<String> words) throws IOException, InterruptedException {
        if (words.isEmpty()) return;
        String name = words.get(0);
        List<String> arguments = words.subList(1, words.size());
        if (Set.of("source", ".").contains(name) && !arguments.get(0).startsWith("/")) sources.add(arguments.get(0));
        if (name.equals("install_packages")) arguments.forEach(packages::add);
        // A path may begin with a variable.
        String known = name.replaceFirst("^(\\*/)+", "");
        if (!known.contains("*")) programs.add(known);
        if (Set.of("sh", "bash").contains(name) && arguments.contains("-c")) {
            read(arguments.get(arguments.indexOf("-c") + 1));
        }
        Integer before = PREFIXES.get(name);
        if (before != null) call(command(name, arguments, before));
    }

    /** The command behind the options and arguments of a prefix; none if a variable holds it. */
    private static List<String> command(String prefix, List<String> arguments, int before) {
        int at = 0;
        int skipped = 0;
        while (at < arguments.size()) {
            String word = arguments.get(at);
            boolean isOption = word.startsWith("-") || (prefix.equals("env") && word.contains("="));
            if (!isOption && skipped++ >= before) return arguments.subList(at, arguments.size());
            // Options with an argument of their own.
            if (Set.of("--reuid", "--regid", "--pdeathsig", "--propagation").contains(word)) at++;
            at++;
        }
        return List.of();
    }

    private static Stream<String> words(JsonNode arguments) {
        var words = new ArrayList<String>();
        arguments.forEach(argument -> words.add(word(argument)));
        return words.stream();
    }

    /** A word as it is written, with an asterisk for everything that only a run would know. */
    private static String word(JsonNode word) {
        var text = new StringBuilder();
        for (JsonNode part : word.path("Parts")) {
            switch (part.path("Type").asText()) {
                case "Lit", "SglQuoted" -> text.append(part.path("Value").asText());
                case "DblQuoted" -> text.append(word(part));
                default -> text.append('*');
            }
        }
        return text.toString();
    }
}

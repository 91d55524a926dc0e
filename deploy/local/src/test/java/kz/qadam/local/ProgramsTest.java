package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each program that a command of deploy/ calls is one that README asks for, one that every Debian has, or one of a
 * package that the command installs. Which packages bring a program is in programs.csv, and which programs Java code
 * starts in started-programs.csv.
 */
class ProgramsTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    /** What README asks for. */
    private static final String PREREQUISITE = "README";

    /** What the smallest Debian has. */
    private static final String DEBIAN = "Debian";

    private Map<String, Set<String>> packagesOf;
    private Map<Path, Script> scripts;

    @BeforeEach
    void readScripts() throws IOException, InterruptedException {
        packagesOf = new HashMap<>();
        for (List<String> row : table("programs.csv")) {
            packagesOf.put(row.get(0), Set.of(row.get(1).split(" ", -1)));
        }
        scripts = new TreeMap<>();
        for (Path file : files("deploy")) {
            if (isScript(file)) scripts.put(file, Script.of(ROOT.resolve(file)));
        }
    }

    @Test
    void what_commands_call_is_there_or_installed_by_them() throws IOException, InterruptedException {
        var missing = new TreeMap<Path, Map<String, Set<String>>>();

        for (Path command : commands()) {
            Script script = withSources(command);
            for (String program : called(script)) {
                Set<String> needed = new TreeSet<>(packagesOf.getOrDefault(program, Set.of("which package?")));
                needed.removeAll(Set.of(PREREQUISITE, DEBIAN));
                needed.removeAll(script.packages());
                if (!needed.isEmpty()) {
                    missing.computeIfAbsent(command, key -> new TreeMap<>()).put(program, needed);
                }
            }
        }

        assertThat(missing)
                .as("programs and the packages that nothing installs")
                .isEmpty();
    }

    @Test
    void what_java_code_starts_is_there_or_installed_by_the_command_that_runs_it() throws IOException {
        var known = new TreeMap<String, List<String>>();
        for (List<String> row : table("started-programs.csv")) known.put(row.get(0), row);
        var starting = new TreeSet<String>();
        for (Path file : files("deploy")) {
            String path = file.toString();
            if (path.contains("src/main/java") && startsPrograms(file)) starting.add(path);
        }

        assertThat(known.keySet()).isEqualTo(starting);
        known.values().forEach(row -> {
            Set<String> installed = row.get(2).isEmpty()
                    ? Set.of()
                    : withSources(Path.of(row.get(2))).packages();
            for (String program : row.get(1).split(" ", -1)) {
                assertThat(packagesOf).as(row.get(0)).containsKey(program);
                assertThat(Stream.concat(installed.stream(), Stream.of(PREREQUISITE, DEBIAN)))
                        .as("%s starts %s", row.get(0), program)
                        .containsAll(packagesOf.get(program));
            }
        });
    }

    private static boolean startsPrograms(Path file) throws IOException {
        return Files.readString(ROOT.resolve(file)).contains("new ProcessBuilder(");
    }

    private Set<String> called(Script script) throws IOException, InterruptedException {
        Set<String> called = new TreeSet<>();
        Set<String> shell = builtIn();
        for (String program : script.programs()) {
            // Also by its path; another command of deploy/ is judged as itself.
            String name = program.substring(program.lastIndexOf('/') + 1);
            if (!script.functions().contains(program) && !shell.contains(program) && !isOurs(program)) {
                called.add(name);
            }
        }
        return called;
    }

    private boolean isOurs(String program) {
        Path path = Path.of(program.replaceFirst("^(\\.\\.?/)+", ""));
        return program.contains("/") && scripts.keySet().stream().anyMatch(script -> script.endsWith(path));
    }

    private static Set<String> builtIn() throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-c", "compgen -b").start();
        var names = Set.copyOf(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
        assertThat(bash.waitFor()).isZero();
        return names;
    }

    /** The scripts that are called, and not sourced. */
    private List<Path> commands() throws IOException {
        var commands = new ArrayList<Path>();
        for (Path script : scripts.keySet()) {
            if (Files.isExecutable(ROOT.resolve(script))) commands.add(script);
        }
        return commands;
    }

    private Script withSources(Path file) {
        Script script = scripts.get(file);
        for (String source : script.sources()) {
            List<Path> sourced = sourced(source);
            assertThat(sourced).as("%s sources %s", file, source).isNotEmpty();
            for (Path other : sourced) script = script.with(withSources(other));
        }
        return script;
    }

    /** The scripts whose paths end as this one does: what comes before is known only when it runs. */
    private List<Path> sourced(String source) {
        String end = source.replaceFirst("^.*\\.\\./", "").replaceFirst("^(\\*/)+", "");
        var pattern = FileSystems.getDefault().getPathMatcher("glob:{" + end + ",**/" + end + "}");
        return scripts.keySet().stream()
                .filter(script -> pattern.matches(script) && !Files.isExecutable(ROOT.resolve(script)))
                .toList();
    }

    private static boolean isScript(Path file) throws IOException {
        if (file.toString().endsWith(".sh")) return true;
        if (!Files.isExecutable(ROOT.resolve(file))
                || file.getFileName().toString().contains(".")) return false;
        try (var lines = Files.lines(ROOT.resolve(file), StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().orElse("").matches("#!.*\\bbash");
        }
    }

    /** The files below a folder, without what was built; paths from the root of the tree. */
    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(ROOT::relativize)
                    .filter(file -> !file.toString().matches(".*(^|/)(target|node_modules|\\.data[^/]*)/.*"))
                    .sorted()
                    .toList();
        }
    }

    private static List<List<String>> table(String name) throws IOException {
        try (var input = ProgramsTest.class.getResourceAsStream(name)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        }
    }
}

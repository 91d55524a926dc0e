package kz.qadam.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of everything whose version is chosen here, and of the day on which somebody last looked for a newer one. */
class PinsTest {

    private static final Path REPOSITORY = Path.of("..", "..", "..");
    private static final Path LIST = Path.of("pins.csv");
    private static final int DAYS = 60;

    /** Directories that are built, installed or broken on purpose. */
    private static final Pattern SKIPPED = Pattern.compile("(.*/)?(target|node_modules|broken|\\.data[^/]*|\\.git)");

    private static final Pattern PROPERTY = Pattern.compile("<([a-z0-9.-]+)\\.version>([^<$]+)</");
    private static final Pattern ARTEFACT =
            Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>([^<$]+)</version>");
    private static final Pattern IMAGE =
            Pattern.compile("(?m)^\\s*(?:image|imageName): ([^\\s:]+):([^\\s@]+)(?:@(\\S+))?$");
    private static final Pattern BASE = Pattern.compile("(?m)^FROM (\\S+)");
    private static final Pattern PACKAGES = Pattern.compile("(?m)^\\s*packages=\\(([^)]*)\\)");
    private static final Pattern INSTALLED =
            Pattern.compile("(?m)(?:apt-get install -y --no-install-recommends|^\\s*install_packages) ([a-z][^#\\n]*)");
    private static final Pattern NODE = Pattern.compile("(?m)^\\s*\"([^\"]+)\": \"([0-9][^\"]*)\",?$");

    /** @param digest of an image; empty if nobody has asked its registry, and of everything else */
    private record Pin(String kind, String name, String version, String digest) {

        Pin(String kind, String name, String version) {
            this(kind, name, version, "");
        }
    }

    @Test
    void every_version_of_a_library_or_plugin_is_in_the_list() throws IOException {
        Set<Pin> pinned = pinned(file -> file.endsWith("pom.xml"), pom -> {
            String text = pom.replaceAll("(?s)<!--.*?-->", "");
            return Stream.of(PROPERTY, ARTEFACT)
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .filter(found ->
                            !Set.of("qadam", "system-tests", "peer-spring").contains(found.group(1)))
                    .map(found -> new Pin("maven", found.group(1), found.group(2)));
        });

        assertThat(pinned).hasSizeGreaterThan(40);
        assertThat(listed()).containsAll(pinned);
    }

    @Test
    void every_image_of_others_is_in_the_list() throws IOException {
        Set<Pin> pinned = pinned(
                file -> file.toString().endsWith(".yaml"),
                manifest -> IMAGE.matcher(manifest)
                        .results()
                        .filter(found -> !found.group(1).contains("qadam/"))
                        .map(PinsTest::image));

        assertThat(pinned).hasSizeGreaterThan(3);
        assertThat(listed()).containsAll(pinned);
    }

    @Test
    void the_images_of_the_services_begin_with_nothing_of_others() throws IOException {
        String containerfile = Files.readString(REPOSITORY.resolve("deploy/install/images/Containerfile"));

        assertThat(BASE.matcher(containerfile).results().map(found -> found.group(1)))
                .containsExactly("scratch", "base", "untrained");
    }

    @Test
    void every_package_of_debian_that_a_command_installs_is_in_the_list() throws IOException {
        Set<String> pinned = pinned(
                        PinsTest::isScript,
                        script -> Stream.of(PACKAGES, INSTALLED)
                                .flatMap(pattern -> pattern.matcher(script).results())
                                .flatMap(found -> Stream.of(found.group(1).split("\\s+")))
                                .filter(name -> name.matches("[a-z0-9][a-z0-9.+-]+"))
                                .map(name -> new Pin("debian", name, "")))
                .stream()
                .map(Pin::name)
                .collect(Collectors.toSet());

        assertThat(pinned).contains("libc6", "chromium", "gitleaks");
        assertThat(namesOf("debian")).containsAll(pinned);
    }

    @Test
    void every_program_of_node_is_in_the_list() throws IOException {
        Set<Pin> pinned = pinned(
                file -> file.endsWith("package.json"),
                json -> NODE.matcher(json).results().map(found -> new Pin("npm", found.group(1), found.group(2))));

        assertThat(pinned).isNotEmpty();
        assertThat(listed()).containsAll(pinned);
    }

    @Test
    void the_release_of_java_is_in_the_list() throws IOException {
        var release = Pattern.compile("-lt (\\d+)")
                .matcher(Files.readString(REPOSITORY.resolve("deploy/install/images/steps.sh")));

        assertThat(release.find()).isTrue();
        assertThat(listed()).contains(new Pin("jdk", "java", release.group(1)));
    }

    @Test
    void a_version_that_nobody_has_looked_at_for_sixty_days_is_named_and_fails() throws Exception {
        LocalDate oldest =
                rows().map(row -> LocalDate.parse(row[4])).sorted().findFirst().orElseThrow();
        String name = rows().filter(row -> row[4].equals(oldest.toString()))
                .findFirst()
                .orElseThrow()[1];

        assertThat(ran("--on", oldest.plusDays(DAYS).toString()))
                .startsWith("0 ")
                .contains("0 of ");
        assertThat(ran("--on", oldest.plusDays(DAYS + 1).toString()))
                .startsWith("1 ")
                .contains(name)
                .contains("last looked at on " + oldest);
    }

    private static Pin image(MatchResult found) {
        String version = found.group(2).startsWith("${QADAM_KAFKA_VERSION") ? "kafka.version" : found.group(2);
        String digest = found.group(3) == null ? "" : found.group(3);
        return new Pin("image", found.group(1), version, digest);
    }

    private static boolean isScript(Path file) {
        try {
            return file.toString().endsWith(".sh")
                    || (!file.getFileName().toString().contains(".")
                            && Files.size(file) < 100_000
                            && Files.readString(file, StandardCharsets.ISO_8859_1)
                                    .startsWith("#!/usr/bin/env bash"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is found in the files that are meant. */
    private static Set<Pin> pinned(Predicate<Path> isMeant, Function<String, Stream<Pin>> pins) throws IOException {
        Set<Pin> all = new HashSet<>();
        for (Path file : files(REPOSITORY, new ArrayList<>())) {
            if (isMeant.test(file)) {
                pins.apply(Files.readString(file, StandardCharsets.UTF_8)).forEach(all::add);
            }
        }
        return all;
    }

    private static List<Path> files(Path directory, List<Path> found) throws IOException {
        try (var entries = Files.list(directory)) {
            for (Path entry : entries.toList()) {
                if (Files.isDirectory(entry)) {
                    if (!SKIPPED.matcher(entry.getFileName().toString()).matches()) {
                        files(entry, found);
                    }
                } else {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    private static Set<Pin> listed() throws IOException {
        return rows().map(row -> new Pin(row[0], row[1], row[2], row[3])).collect(Collectors.toSet());
    }

    private static Set<String> namesOf(String kind) throws IOException {
        return rows().filter(row -> row[0].equals(kind))
                .map(row -> row[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(LIST).stream().skip(1).map(line -> line.split(",", -1));
    }

    /** The exit code of the command, and what it has printed. */
    private static String ran(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./pins"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + printed;
    }
}

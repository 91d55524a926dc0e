package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.qadam.local.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The documents that the running services serve, as Spectral and generators of clients read them. */
@OnSuite
class OpenApiLintIT {

    private static final Path PINNED = Repository.path("deploy/checks/system-tests/openapi");
    private static final Path PLACE = Path.of("target/openapi").toAbsolutePath();
    private static final long MINUTES = 5;

    private final Qadam qadam;

    OpenApiLintIT(Qadam qadam) {
        this.qadam = qadam;
    }

    /** Exactly what the lock file says, unless it is there already, and nothing that runs when it is installed. */
    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(PLACE);
        if (isInstalled()) {
            return;
        }
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(PINNED.resolve(file), PLACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
    }

    /** What npm writes last says that it came to its end. */
    private static boolean isInstalled() throws IOException {
        Path lock = PLACE.resolve("package-lock.json");
        return Files.exists(PLACE.resolve("node_modules/.package-lock.json"))
                && Files.exists(lock)
                && Files.mismatch(lock, PINNED.resolve("package-lock.json")) == -1;
    }

    @Test
    void no_document_leaves_a_warning() throws Exception {
        List<String> lint = new ArrayList<>(List.of(
                "node",
                "node_modules/@stoplight/spectral-cli/dist/index.js",
                "lint",
                "--ruleset",
                PINNED.resolve("ruleset.yaml").toString(),
                "--fail-severity",
                "hint"));
        for (Service service : Service.values()) {
            lint.add(document(service));
        }

        assertThat(run(lint)).contains("No results with a severity of 'hint' or higher found!");
    }

    /** Among other things, no two types that a generator makes may have one name. */
    @Test
    void typescript_that_is_generated_from_the_documents_compiles() throws Exception {
        List<String> compile = new ArrayList<>(List.of(
                "node",
                "node_modules/typescript/bin/tsc",
                "--noEmit",
                "--strict",
                "--skipLibCheck",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom,dom.iterable"));
        for (Service service : Service.values()) {
            String client = "generated/%s.ts".formatted(service);
            run(List.of(
                    "node",
                    "node_modules/orval/dist/bin/orval.js",
                    "--input",
                    document(service),
                    "--output",
                    client,
                    "--client",
                    "fetch"));
            assertThat(PLACE.resolve(client)).isNotEmptyFile();
            compile.add(client);
        }

        run(compile);
    }

    private String document(Service service) throws IOException {
        Path document = PLACE.resolve(service + ".json");
        Files.writeString(
                document, qadam.anybody(service).get("/q/openapi?format=json").asString());
        return document.getFileName().toString();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path said = PLACE.resolve("said.txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(PLACE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("Node is missing: apt-get install nodejs npm, or run deploy/test", e);
        }
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(said);
        assertThat(ended && process.exitValue() == 0)
                .as("%s says: %s", command, text)
                .isTrue();
        return text;
    }
}

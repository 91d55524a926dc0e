package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.witness.Answers;
import kz.qadam.witness.CallFile;
import kz.qadam.witness.Client;
import kz.qadam.witness.Comparison;
import kz.qadam.witness.Seed;
import kz.qadam.witness.Seeded;

/**
 * {@code deploy/checks/witness [--data DIR] [--keep DIR] COMMIT}: sends the same requests to the suite of a commit and
 * to the suite of this tree, on the same data, and prints every difference. Exit code 1 if there is one.
 */
final class Witness {

    private static final String USAGE = """
            Usage: witness [--data DIR] [--keep DIR] COMMIT
            --data DIR  keeps the build, the data and the answers of the commit, so that the next run asks this tree only;
                        without DIR/answers.json the commit is asked again, without DIR/seeded.json it is seeded again
            --keep DIR  keeps both sides' answers, as before.json and after.json""";

    private final Path repository;
    private final Path work;
    private final Path kept;
    private final String commit;

    private Witness(Path repository, Path work, Path kept, String commit) {
        this.repository = repository;
        this.work = work;
        this.kept = kept;
        this.commit = commit;
    }

    public static void main(String[] arguments) throws IOException {
        // Kafka's client logs each retry; real failures arrive as exceptions.
        Logger.getLogger("").setLevel(Level.OFF);
        var words = new ArrayDeque<>(List.of(arguments).subList(1, arguments.length));
        Optional<Path> data = option("--data", words);
        Optional<Path> keep = option("--keep", words).or(() -> option("--keep", words));
        data = data.or(() -> option("--data", words));
        if (words.size() != 1 || words.peek().startsWith("-")) {
            System.err.println(USAGE);
            System.exit(2);
        }
        Path repository = Path.of(arguments[0]);
        Path work = temporary();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(work)));
        String commit = WitnessedSuite.git(repository, "rev-parse", "--verify", words.remove() + "^{commit}");
        var witness = new Witness(repository, work, data.orElse(work.resolve("kept")), commit);
        System.exit(witness.compare(keep) ? 0 : 1);
    }

    /** A temporary directory whose content PostgreSQL can access, even if it runs as another user. */
    private static Path temporary() throws IOException {
        Path name = Path.of(
                System.getProperty("java.io.tmpdir"),
                "qadam-witness-" + ProcessHandle.current().pid());
        return Unprivileged.here().create(name);
    }

    private static Optional<Path> option(String name, ArrayDeque<String> words) {
        if (words.size() < 2 || !words.peek().equals(name)) {
            return Optional.empty();
        }
        words.remove();
        return Optional.of(Path.of(words.remove()).toAbsolutePath());
    }

    private static void delete(Path work) {
        try {
            Trees.delete(work);
        } catch (IOException e) {
            System.err.println("Left behind: " + work);
        }
    }

    private boolean compare(Optional<Path> keep) throws IOException {
        Answers before = answersOfCommit();
        Answers after = ask(repository, "this tree");
        if (keep.isPresent()) {
            Files.createDirectories(keep.get());
            before.write(keep.get().resolve("before.json"));
            after.write(keep.get().resolve("after.json"));
        }
        var comparison = Comparison.of(before, after, repository.resolve("deploy/local/witness-expected.txt"));
        System.out.print(comparison.report());
        return comparison.isClean();
    }

    /**
     * The answers of the commit's suite. Each step is done once; a run after an interrupted one reuses the finished
     * steps.
     */
    private Answers answersOfCommit() throws IOException {
        Path source = kept.resolve("source");
        Path answers = kept.resolve("answers.json");
        checkOut(source);
        if (!Files.exists(kept.resolve("seeded.json"))) {
            seed(source);
        }
        if (!Files.exists(answers)) {
            ask(source, commit).write(answers);
        }
        return Answers.read(answers);
    }

    private void checkOut(Path source) throws IOException {
        if (!Files.exists(source)) {
            Unprivileged.here().create(kept);
            WitnessedSuite.git(repository, "worktree", "prune");
            WitnessedSuite.git(repository, "worktree", "add", "--quiet", "--detach", source.toString(), commit);
        }
        String present = WitnessedSuite.git(source, "rev-parse", "HEAD");
        if (!present.equals(commit)) {
            throw new CannotStart("%s belongs to %s: choose another directory.".formatted(kept, present));
        }
    }

    private void seed(Path source) throws IOException {
        Trees.delete(kept.resolve("seeded"));
        try (var suite = WitnessedSuite.start(source, kept.resolve("seeded"))) {
            System.err.println("Seeding by " + commit + " ...");
            new Seed(suite.client(), suite.kafka(), Clock.systemUTC()).run().write(kept.resolve("seeded.json"));
        }
    }

    /** Starts the suite of a source tree on a copy of the seeded data, and collects its answers. */
    private Answers ask(Path source, String name) throws IOException {
        Path data = Unprivileged.here().create(work.resolve("data"));
        WitnessedSuite.run(Map.of(), List.of("cp", "-a", kept.resolve("seeded") + "/.", data.toString()));
        Seeded seeded = Seeded.read(kept.resolve("seeded.json"));
        try (var suite = WitnessedSuite.start(source, data)) {
            System.err.println("Asking " + name + " ...");
            Client client = suite.client();
            client.awaitRest();
            var answers = new Answers();
            answers.collect("known", client, CallFile.read("questions", seeded.variables()));
            answers.collect("post", client, CallFile.read("posts", seeded.variables()));
            client.awaitRest();
            answers.collect("after", client, CallFile.read("afterwards", seeded.variables()));
            return answers;
        } finally {
            Trees.delete(data);
        }
    }
}

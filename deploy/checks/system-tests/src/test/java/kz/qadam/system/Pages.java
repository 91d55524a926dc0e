package kz.qadam.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** README and the pages for its readers. */
final class Pages {

    /** Nobody reads these from the beginning to the end. */
    private static final Set<String> LOOKED_UP = Set.of("changing.md", "glossary.md", "security.md");

    private Pages() {}

    static Stream<Path> toRead() throws IOException {
        try (Stream<Path> docs = Files.list(Repository.path("deploy/docs"))) {
            Stream<Path> pages = docs
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(page -> !LOOKED_UP.contains(page.getFileName().toString()))
                    .sorted()
                    .toList()
                    .stream();
            return Stream.concat(Stream.of(Repository.path("README.md")), pages);
        }
    }
}

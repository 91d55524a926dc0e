package kz.qadam.system;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/** Where the files of the project are. */
final class Repository {

    static final Path ROOT = Path.of("../../../..").toAbsolutePath().normalize();

    private Repository() {}

    /** A file or directory by its path from the top of the repository. */
    static Path path(String path) {
        return ROOT.resolve(path);
    }

    /** The names of all classes that have a file; what is built is left out, since builds change it meanwhile. */
    static Set<String> classes() throws IOException {
        Set<String> classes = new HashSet<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.getFileName().toString();
                boolean isBuilt = name.equals("target") || name.equals("node_modules") || name.startsWith(".");
                return isBuilt && !directory.equals(ROOT) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java")) {
                    classes.add(name.substring(0, name.length() - ".java".length()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return classes;
    }
}

package kz.qadam.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Looks into files whose owners go on writing; what is removed meanwhile is passed over. */
final class WrittenFiles extends SimpleFileVisitor<Path> {

    private final Predicate<String> text;
    private final List<Path> found = new ArrayList<>();

    private WrittenFiles(Predicate<String> text) {
        this.text = text;
    }

    static List<Path> with(Predicate<String> text, Path... directories) throws IOException {
        var files = new WrittenFiles(text);
        for (Path directory : directories) {
            Files.walkFileTree(directory, files);
        }
        return files.found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        try {
            if (attributes.isRegularFile() && text.test(Files.readString(file, ISO_8859_1))) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        } catch (NoSuchFileException e) {
            return visitFileFailed(file, e);
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
        return reason instanceof NoSuchFileException ? FileVisitResult.CONTINUE : super.visitFileFailed(file, reason);
    }
}

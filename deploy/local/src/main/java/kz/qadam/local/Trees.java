package kz.qadam.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Operations on directory trees. */
final class Trees {

    private Trees() {}

    /** Deletes a tree, also if another process deletes files at the same time. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
                if (reason instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw reason;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException reason) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Creates a directory and its missing parents. Returns the created directories, the outermost first. */
    static List<Path> create(Path directory) throws IOException {
        var missing = new ArrayDeque<Path>();
        for (Path at = directory.toAbsolutePath().normalize(); at != null && !Files.exists(at); at = at.getParent()) {
            missing.addFirst(at);
        }
        Files.createDirectories(directory);
        for (Path created : missing) {
            flush(created.getParent());
        }
        return List.copyOf(missing);
    }

    /** Returns when the content of a file, or the names in a directory, are on the disk. */
    static void flush(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The same for a whole tree. */
    static void flushAll(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                flush(file);
            }
        }
    }

    /** Lets all users pass through a directory to its content, without listing it. */
    static void letThrough(Path directory) throws IOException {
        Set<PosixFilePermission> mode = EnumSet.copyOf(Files.getPosixFilePermissions(directory));
        if (mode.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(directory, mode);
        }
    }

    /** Makes this system user, given by number, the owner of the whole tree. */
    static void chown(Path tree, int user) throws IOException {
        try (var files = Files.walk(tree)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", user);
            }
        }
    }

    /**
     * Copies a tree with the rights of its files; a file that disappears meanwhile is left out.
     *
     * @param wanted tells by its path in the tree whether a file or directory is copied
     */
    static void copy(Path tree, Path target, Predicate<Path> wanted) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) throws IOException {
                return copyIfWanted(one);
            }

            @Override
            public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) throws IOException {
                return copyIfWanted(one);
            }

            @Override
            public FileVisitResult visitFileFailed(Path one, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            private FileVisitResult copyIfWanted(Path one) throws IOException {
                Path inside = tree.relativize(one);
                if (wanted.test(inside)) {
                    try {
                        Files.copy(one, target.resolve(inside.toString()), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException e) {
                        if (Files.exists(one)) {
                            throw e;
                        }
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

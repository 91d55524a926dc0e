package kz.qadam.system;

import java.nio.file.Path;

/** Where the files of the project are. */
final class Repository {

    static final Path ROOT = Path.of("../../../..").toAbsolutePath().normalize();

    private Repository() {}

    /** A file or directory by its path from the top of the repository. */
    static Path path(String path) {
        return ROOT.resolve(path);
    }
}

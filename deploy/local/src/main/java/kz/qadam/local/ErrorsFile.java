package kz.qadam.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The file for the refused rows of a sent file: in the same directory, and never over an existing file, which a user
 * may be correcting.
 */
final class ErrorsFile {

    private ErrorsFile() {}

    /** Such as {@code pupils.csv.errors.csv}, or else {@code pupils.csv.errors-2.csv}: the first that is free. */
    static Path of(Path file) {
        Stream<String> endings =
                Stream.concat(Stream.of(""), IntStream.iterate(2, n -> n + 1).mapToObj(n -> "-" + n));
        return endings.map(ending -> file.resolveSibling(file.getFileName() + ".errors" + ending + ".csv"))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }
}

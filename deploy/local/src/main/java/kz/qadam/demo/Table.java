package kz.qadam.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Reads the texts of the demo from resource files: a header, and cells separated by semicolons. */
final class Table {

    private Table() {}

    static <T> List<T> read(String file, Function<String[], T> row) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Table.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> row.apply(line.split(";"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

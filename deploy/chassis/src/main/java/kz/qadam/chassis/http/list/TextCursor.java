package kz.qadam.chassis.http.list;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.chassis.http.problem.Problem;

/** Writes and reads cursors that consist of values separated by spaces. Only the last value may contain spaces. */
public final class TextCursor {

    private TextCursor() {}

    public static String write(Object... values) {
        String text = Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(" "));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @param count how many values it has
     * @param reader reads the values
     * @throws Problem 400 if it is not such a cursor
     */
    public static <C> C read(String cursor, int count, Function<String[], C> reader) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return reader.apply(text.split(" ", count));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Problem.badParameter("cursor", "cursor");
        }
    }
}

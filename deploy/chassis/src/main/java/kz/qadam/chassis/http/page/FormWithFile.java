package kz.qadam.chassis.http.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.http.problem.Problem;

/**
 * What a form of a page sends that may have a small file, in memory.
 *
 * @param values the value of each field; of one with several, the first
 * @param file empty if none was chosen
 */
@SuppressWarnings("ArrayRecordComponent") // It is never compared.
public record FormWithFile(Map<String, String> values, byte[] file) {

    /**
     * Reads a body of the type {@code multipart/form-data}.
     *
     * @throws Problem 400 if it is none, or has more than {@value SentForm#MOST_FIELDS} fields
     */
    public static FormWithFile read(byte[] body, String contentType) {
        var parts = new FormParts(new ByteArrayInputStream(body), contentType);
        Map<String, String> values = new LinkedHashMap<>();
        byte[] file = {};
        try {
            for (Optional<FormParts.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                if (part.get().isFile()) {
                    file = part.get().content().readAllBytes();
                } else {
                    values.putIfAbsent(part.get().name(), part.get().text(body.length));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FormWithFile(values, file);
    }
}

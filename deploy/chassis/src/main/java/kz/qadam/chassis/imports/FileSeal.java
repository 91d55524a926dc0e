package kz.qadam.chassis.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kz.qadam.chassis.crypto.KeyRing;
import kz.qadam.chassis.crypto.Sealed;
import kz.qadam.chassis.crypto.Sealing;

/** What is kept of rows: compressed, encrypted, and bound to their place. */
final class FileSeal {

    // Not the strict one of what comes from outside: what was let in has to be read again.
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyRing keys;
    private final Sealing sealing;

    FileSeal(KeyRing keys) {
        this.keys = keys;
        this.sealing = new Sealing(keys);
    }

    boolean opens(Sealed sealed) {
        return keys.keys().containsKey(sealed.keyId());
    }

    Sealed seal(List<?> rows, String place) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            JSON.writeValue(zip, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealing.seal(packed.toByteArray(), place.getBytes(StandardCharsets.UTF_8));
    }

    <T> List<T> open(Sealed sealed, String place, TypeReference<List<T>> type) {
        byte[] packed = sealing.open(sealed, place.getBytes(StandardCharsets.UTF_8));
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readValue(zip, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

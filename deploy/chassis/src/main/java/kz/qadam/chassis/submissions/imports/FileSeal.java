package kz.qadam.chassis.submissions.imports;

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
import kz.qadam.chassis.base.crypto.KeyRing;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.crypto.Sealing;

/** Compresses and encrypts rows for storage, and binds them to their place. */
final class FileSeal {

    /** A part of a file that cannot be decrypted: its key is not listed, it is damaged, or it is missing. */
    static final class UnreadablePart extends IllegalStateException {

        private static final long serialVersionUID = 1;

        UnreadablePart(String message) {
            super(message);
        }

        private UnreadablePart(String message, Throwable cause) {
            super(message, cause);
        }
    }

    // Not the strict mapper for input: what was accepted must be readable again.
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyRing keys;
    private final Sealing sealing;

    FileSeal(KeyRing keys) {
        this.keys = keys;
        this.sealing = new Sealing(keys);
    }

    boolean opens(SealedValue sealed) {
        return has(sealed.keyId());
    }

    boolean has(String key) {
        return keys.keys().containsKey(key);
    }

    SealedValue seal(List<?> rows, String associatedData) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            JSON.writeValue(zip, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealing.seal(packed.toByteArray(), associatedData.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws UnreadablePart if it cannot be decrypted with the keys that are listed now */
    <T> List<T> open(SealedValue sealed, String associatedData, TypeReference<List<T>> type) {
        if (!opens(sealed)) {
            throw new UnreadablePart("The key " + sealed.keyId() + " is not listed");
        }
        try (var zip = new GZIPInputStream(
                new ByteArrayInputStream(sealing.open(sealed, associatedData.getBytes(StandardCharsets.UTF_8))))) {
            return JSON.readValue(zip, type);
        } catch (IOException | IllegalStateException e) {
            throw new UnreadablePart("The part " + associatedData + " is damaged", e);
        }
    }
}

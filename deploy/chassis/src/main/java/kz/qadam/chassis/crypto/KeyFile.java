package kz.qadam.chassis.crypto;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A properties file with keys: {@code <purpose>.<id>} is a key of 32 bytes in Base64, {@code <purpose>.current} is the
 * id of the key that encrypts new data.
 */
public final class KeyFile {

    private static final int BYTES = 32;

    private final Path file;
    private final Properties all = new Properties();

    private KeyFile(Path file) throws IOException {
        this.file = file;
        OwnerOnlyFile.require(file);
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        }
    }

    /**
     * Reads a key file.
     *
     * @throws IllegalStateException if the file cannot be read, or other users may read it too
     */
    public static KeyFile read(Path file) {
        try {
            return new KeyFile(file);
        } catch (IOException e) {
            throw new IllegalStateException("The key file " + file + " cannot be read", e);
        }
    }

    /**
     * The keys of one purpose.
     *
     * @throws IllegalStateException if the purpose has no current key, or a key is invalid
     */
    public KeyRing ring(String purpose) {
        Map<String, byte[]> keys = new TreeMap<>();
        for (String name : all.stringPropertyNames()) {
            String id = name.substring(name.indexOf('.') + 1);
            if (name.startsWith(purpose + ".") && !id.equals("current")) {
                keys.put(id, key(name));
            }
        }
        String current = all.getProperty(purpose + ".current");
        if (current == null || !keys.containsKey(current)) {
            throw new IllegalStateException("%s: %s.current does not name one of its keys".formatted(file, purpose));
        }
        return new KeyRing(current, keys);
    }

    private byte[] key(String name) {
        byte[] key = Base64.getDecoder().decode(all.getProperty(name).strip());
        if (key.length != BYTES) {
            throw new IllegalStateException("%s: %s is not %d bytes in Base64".formatted(file, name, BYTES));
        }
        return key;
    }
}

package kz.qadam.enrolment.learners;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The secrets of the vault. Without them nobody could be found again, so that the service does not start. */
@Startup
@Singleton
class VaultKeys {

    private static final int BYTES = 32;

    /** Keys of one purpose, by id. */
    record Ring(String current, Map<String, byte[]> keys) {

        byte[] currentKey() {
            return keys.get(current);
        }
    }

    final Ring lookup;
    final Ring cipher;

    @Inject
    VaultKeys(VaultConfig config) {
        this(config.keys());
    }

    VaultKeys(Path file) {
        Properties all = read(file);
        lookup = ring(all, "lookup", file);
        cipher = ring(all, "cipher", file);
    }

    private static Properties read(Path file) {
        var all = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
            return all;
        } catch (IOException e) {
            throw new IllegalStateException("The keys of the learner vault, " + file + ", cannot be read", e);
        }
    }

    private static Ring ring(Properties all, String purpose, Path file) {
        Map<String, byte[]> keys = new TreeMap<>();
        for (String name : all.stringPropertyNames()) {
            String id = name.substring(name.indexOf('.') + 1);
            if (name.startsWith(purpose + ".") && !id.equals("current")) {
                keys.put(id, key(all.getProperty(name), name, file));
            }
        }
        String current = all.getProperty(purpose + ".current");
        if (current == null || !keys.containsKey(current)) {
            throw new IllegalStateException("%s: %s.current names none of its keys".formatted(file, purpose));
        }
        return new Ring(current, keys);
    }

    private static byte[] key(String base64, String name, Path file) {
        byte[] key = Base64.getDecoder().decode(base64.strip());
        if (key.length != BYTES) {
            throw new IllegalStateException("%s: %s is not %d bytes in Base64".formatted(file, name, BYTES));
        }
        return key;
    }
}

package kz.qadam.enrolment.learners;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

/** A key file in the hands of whoever keeps it. */
record VaultFile(Path path) {

    private static final List<String> PURPOSES = List.of("lookup", "cipher");

    /** Lists a new key for each purpose as current, beside those that are there. */
    void rotate() {
        change(all -> PURPOSES.forEach(purpose -> {
            String id = purpose.charAt(0) + "-" + System.nanoTime();
            all.setProperty(purpose + "." + id, fresh());
            all.setProperty(purpose + ".current", id);
        }));
    }

    /** Lists the current keys only. */
    void prune() {
        change(all -> PURPOSES.forEach(purpose -> {
            String current = purpose + "." + all.getProperty(purpose + ".current");
            all.keySet()
                    .removeIf(name -> name.toString().startsWith(purpose + ".")
                            && !name.equals(current)
                            && !name.equals(purpose + ".current"));
        }));
    }

    String current(String purpose) {
        return read().getProperty(purpose + ".current");
    }

    /** A file of its own, with the same keys for sealing, and these for finding, of which the last is current. */
    VaultFile with(Path other, List<String> lookups) {
        Properties all = read();
        String mine = all.getProperty("lookup." + current("lookup"));
        String id = current("lookup");
        all.keySet().removeIf(name -> name.toString().startsWith("lookup."));
        lookups.forEach(key -> all.setProperty("lookup." + key, key.equals(id) ? mine : fresh()));
        all.setProperty("lookup.current", lookups.get(lookups.size() - 1));
        var file = new VaultFile(other);
        file.write(all);
        return file;
    }

    private void change(Consumer<Properties> change) {
        Properties all = read();
        change.accept(all);
        write(all);
    }

    private Properties read() {
        var all = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            all.load(reader);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Properties all) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            all.store(writer, null);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fresh() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}

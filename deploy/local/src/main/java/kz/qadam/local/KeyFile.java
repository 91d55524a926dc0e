package kz.qadam.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A file with keys that a service may read while it is changed: it is always complete, and only its owner can access
 * it. For each purpose it lists keys by ids that are never reused, the current key, and since when each other key is no
 * longer current.
 */
record KeyFile(Path path) {

    private static final String REPLACED = "replaced.";

    /** The id of the current key, which encrypts new data. */
    String current(String purpose) throws IOException {
        return read().getProperty(purpose + ".current");
    }

    /** The ids of the other keys. */
    List<String> earlier(String purpose) throws IOException {
        Properties all = read();
        String current = all.getProperty(purpose + ".current");
        return ids(all, purpose).stream().filter(id -> !id.equals(current)).toList();
    }

    /** Lists a new key as current; the others stay. */
    void replace(String purpose, Instant now) throws IOException {
        Properties all = read();
        String current = all.getProperty(purpose + ".current");
        String id = purpose.charAt(0)
                + String.valueOf(1
                        + ids(all, purpose).stream()
                                .mapToInt(KeyFile::number)
                                .max()
                                .orElse(0));
        all.setProperty(purpose + "." + id, InstallationSecrets.random(32));
        all.setProperty(purpose + ".current", id);
        all.setProperty(REPLACED + purpose + "." + current, now.toString());
        write(all);
    }

    /** Removes the keys that were replaced by this instant; returns their number. */
    int remove(String purpose, Instant replacedUntil) throws IOException {
        Properties all = read();
        int removed = 0;
        for (String id : earlier(purpose)) {
            String since = all.getProperty(REPLACED + purpose + "." + id);
            if (since == null || !Instant.parse(since).isAfter(replacedUntil)) {
                all.remove(purpose + "." + id);
                all.remove(REPLACED + purpose + "." + id);
                removed++;
            }
        }
        if (removed > 0) {
            write(all);
        }
        return removed;
    }

    private static List<String> ids(Properties all, String purpose) {
        return all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(purpose + ".") && !name.equals(purpose + ".current"))
                .map(name -> name.substring(purpose.length() + 1))
                .sorted()
                .toList();
    }

    private static int number(String id) {
        String digits = id.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private Properties read() throws IOException {
        var all = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            all.load(reader);
        }
        return all;
    }

    private void write(Properties all) throws IOException {
        var text = new StringBuilder();
        new TreeMap<>(all)
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        new PrivateFile(path).replace(text.toString());
    }
}

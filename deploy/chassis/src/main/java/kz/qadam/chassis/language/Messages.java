package kz.qadam.chassis.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The messages of the chassis and of its service, read from the message files of both. */
final class Messages {

    private static final String FILE = "META-INF/qadam/messages_%s.properties";

    private static final Map<Language, Map<String, String>> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, read(FILE.formatted(language.tag())));
        }
    }

    private Messages() {}

    static boolean has(String key) {
        return ALL.get(Language.EN).containsKey(key);
    }

    /** The pattern of a message; in English if it is not translated. */
    static String pattern(String key, Language language) {
        String pattern = ALL.get(language).get(key);
        return pattern == null ? ALL.get(Language.EN).get(key) : pattern;
    }

    private static Map<String, String> read(String file) {
        Map<String, String> patterns = new HashMap<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL place : Collections.list(loader.getResources(file))) {
                var properties = new Properties();
                try (Reader reader = new InputStreamReader(place.openStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
            }
            return patterns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

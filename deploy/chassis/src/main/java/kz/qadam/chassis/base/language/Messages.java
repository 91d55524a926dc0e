package kz.qadam.chassis.base.language;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The messages of the chassis and of its service, read from the message files of both. */
final class Messages {

    private static final String FILE = "META-INF/qadam/messages.json";

    private static final Map<String, Patterns> ALL = read();

    /** The patterns of a message in Kazakh, Russian and English. */
    record Patterns(String kk, String ru, String en) {

        Patterns {
            Objects.requireNonNull(kk, "kk");
            Objects.requireNonNull(ru, "ru");
            Objects.requireNonNull(en, "en");
        }

        String in(Language language) {
            return switch (language) {
                case KK -> kk;
                case RU -> ru;
                case EN -> en;
            };
        }
    }

    private Messages() {}

    static boolean has(String key) {
        return ALL.containsKey(key);
    }

    static Stream<String> keys() {
        return ALL.keySet().stream();
    }

    /** The pattern of a message. */
    static String pattern(String key, Language language) {
        return ALL.get(key).in(language);
    }

    private static Map<String, Patterns> read() {
        var json = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        Map<String, Patterns> messages = new HashMap<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL file : Collections.list(loader.getResources(FILE))) {
                try (InputStream text = file.openStream()) {
                    messages.putAll(json.readValue(text, new TypeReference<Map<String, Patterns>>() {}));
                }
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

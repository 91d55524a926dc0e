package kz.qadam.witness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads calls from the resource files of this package. A call is a line {@code CALLER SERVICE METHOD PATH [Header=value
 * …]}; the lines after it that begin with two blanks are its body. A line that begins with {@code #} is a comment. A
 * variable such as {@code {cohort}} has several values, and {@code {on|off}} lists them inline: there is a call for
 * each.
 */
public final class CallFile {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+|[^{}\" ]*\\|[^{}\" ]*)}");
    private static final String BODY = "  ";

    private CallFile() {}

    /** The calls of one file, in its order. */
    public static List<Call> read(String name, Map<String, List<String>> variables) {
        List<Call> calls = new ArrayList<>();
        for (String text : texts(name)) {
            expand(text, variables).forEach(one -> calls.add(call(one)));
        }
        return calls;
    }

    /** The text of each call with its body. */
    private static List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (String line : content(name).split("\n", -1)) {
            if (line.startsWith(BODY)) {
                texts.add(texts.remove(texts.size() - 1) + "\n" + line.substring(BODY.length()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                texts.add(line);
            }
        }
        return texts;
    }

    private static String content(String name) {
        try (InputStream file = CallFile.class.getResourceAsStream(name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> expand(String text, Map<String, List<String>> variables) {
        Matcher variable = VARIABLE.matcher(text);
        if (!variable.find()) {
            return List.of(text);
        }
        String name = variable.group(1);
        List<String> values = name.contains("|") ? List.of(name.split("\\|", -1)) : variables.get(name);
        if (values == null) {
            throw new IllegalArgumentException("No variable " + name + " in: " + text);
        }
        List<String> all = new ArrayList<>();
        for (String value : values) {
            all.addAll(expand(text.replace(variable.group(), value), variables));
        }
        return all;
    }

    private static Call call(String text) {
        String[] parts = text.split("\n", 2);
        String[] words = parts[0].split(" ", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 4; i < words.length; i++) {
            String[] header = words[i].split("=", 2);
            headers.put(header[0], header[1]);
        }
        return new Call(words[0], words[1], words[2], words[3], headers, parts.length == 1 ? "" : parts[1]);
    }
}

package kz.qadam.chassis.base.personal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A list of words in a resource: separated by white space, in any letters; # begins a comment. */
final class WordList {

    private final Set<String> words;
    private final int longest;

    private WordList(Set<String> words) {
        this.words = words;
        longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    static WordList read(String name) {
        String path = "/META-INF/qadam/personal/" + name;
        try (InputStream resource = WordList.class.getResourceAsStream(path)) {
            Set<String> words = new HashSet<>();
            new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line ->
                            Stream.of(line.replaceFirst("#.*", "").strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> words.add(LatinForm.of(word)));
            return new WordList(Set.copyOf(words));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    boolean contains(String latin) {
        return words.contains(latin);
    }

    /** Whether the word begins with a word of the list. */
    boolean hasBeginningOf(String latin) {
        for (int length = Math.min(longest, latin.length()); length > 0; length--) {
            if (words.contains(latin.substring(0, length))) {
                return true;
            }
        }
        return false;
    }
}

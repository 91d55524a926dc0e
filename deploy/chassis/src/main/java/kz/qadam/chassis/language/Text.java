package kz.qadam.chassis.language;

import java.text.MessageFormat;
import java.util.List;
import kz.qadam.chassis.numbers.PersonalNumber;

/**
 * A sentence that has not been put into a language yet. Its words stand in the files {@code
 * META-INF/qadam/messages_….properties} of the chassis and of the services.
 *
 * @param key of the sentence: a stable code, or {@code code/variant} where one code is said in several ways
 * @param arguments what the sentence is about, from {@code {0}} on; another text among them is said in the same language
 */
public record Text(String key, List<Object> arguments) {

    /** A text of which the message files know nothing cannot exist. */
    public Text {
        if (!Sentences.has(key)) {
            throw new IllegalArgumentException("No message file has the sentence " + key);
        }
        arguments = List.copyOf(arguments);
    }

    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }

    /** The stable code that programs go by. */
    public String code() {
        int variant = key.indexOf('/');
        return variant < 0 ? key : key.substring(0, variant);
    }

    public String in(Language language) {
        Object[] said =
                arguments.stream().map(argument -> said(argument, language)).toArray();
        return new MessageFormat(Sentences.pattern(key, language), language.locale()).format(said);
    }

    /** A text that somebody sent is never repeated with the number of a person in it. */
    private static Object said(Object argument, Language language) {
        if (argument instanceof Text text) {
            return text.in(language);
        }
        return argument instanceof String text ? PersonalNumber.masked(text) : argument;
    }
}

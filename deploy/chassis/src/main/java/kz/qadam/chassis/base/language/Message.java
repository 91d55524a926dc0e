package kz.qadam.chassis.base.language;

import java.text.MessageFormat;
import java.util.List;
import kz.qadam.chassis.base.numbers.PersonalNumber;

/**
 * A message that is not rendered in a language yet. Its patterns, of {@link MessageFormat}, are in the files {@code
 * META-INF/qadam/messages.json} of the chassis and of the services, with three languages side by side. {@code {0}} is mostly
 * the name of a member or column. Apostrophes are typographic: a straight one has a meaning in a pattern.
 *
 * @param key of the message: a stable code, or {@code code/variant} if a code has several messages
 * @param arguments the arguments of the pattern, from {@code {0}} on; another text among them is rendered in the same
 *     language
 */
public record Message(String key, List<Object> arguments) {

    /** Fails for a key that the message files do not have. */
    public Message {
        if (!Messages.has(key)) {
            throw new IllegalArgumentException("No message file has the key " + key);
        }
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** All messages whose keys begin so, in the order of their keys. */
    public static List<Message> startingWith(String beginning) {
        return Messages.keys()
                .filter(key -> key.startsWith(beginning))
                .sorted()
                .map(Message::of)
                .toList();
    }

    /** The stable code, for programs. */
    public String code() {
        int variant = key.indexOf('/');
        return variant < 0 ? key : key.substring(0, variant);
    }

    public String in(Language language) {
        Object[] rendered =
                arguments.stream().map(argument -> rendered(argument, language)).toArray();
        return new MessageFormat(Messages.pattern(key, language), language.locale()).format(rendered);
    }

    /** Masks an identification number of a person in a text that was sent. */
    private static Object rendered(Object argument, Language language) {
        if (argument instanceof Message text) {
            return text.in(language);
        }
        return argument instanceof String text ? PersonalNumber.masked(text) : argument;
    }
}

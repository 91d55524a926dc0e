package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.http.batch.OptionalMemberGroups;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an institution may add to an enrolment: each attribute is optional, can be corrected, and nothing is judged by it.
 * A component declares an attribute once; posts, corrections, tables and their templates, answers, the history, events and
 * person records have what is declared here, under its name.
 *
 * <p>A component is an enumeration with a {@code @Schema}. Its constants, in small letters, are the values that may be sent
 * and that are stored, so {@code toString()} gives them too. With a constant {@code UNKNOWN} a correction takes the value
 * away; it is never stored. Its messages are {@code attribute.{name}}, {@code attribute.{name}.{value}} for each value, and
 * {@code column.enrolment.{name}}, which explains the column of a table.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrolmentAttributes(
        @MayBeAbsent
        @Schema(
                description =
                        "The language in which it is taught. Absent while it is not known; a correction to unknown takes"
                                + " it away.",
                examples = "kk")
        InstructionLanguage language) {

    private static final String UNKNOWN = "unknown";

    /** No attribute. */
    static final EnrolmentAttributes NONE = OptionalMemberGroups.none(EnrolmentAttributes.class);

    /**
     * An attribute as it is declared.
     *
     * @param values the values that may be sent
     */
    public record Declared(String name, List<String> values) {

        /** What it is called. */
        public Message title() {
            return Message.of("attribute." + name);
        }

        /** What a value is called. */
        Message word(String value) {
            return Message.of("attribute." + name + "." + value);
        }
    }

    /** All attributes. */
    public static List<Declared> declared() {
        return Stream.of(EnrolmentAttributes.class.getRecordComponents())
                .map(one -> new Declared(
                        one.getName(),
                        Arrays.stream(one.getType().getEnumConstants())
                                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                .toList()))
                .toList();
    }

    /** The attribute of this name; empty if there is none. */
    static Optional<Declared> declared(String name) {
        return declared().stream().filter(one -> one.name.equals(name)).findFirst();
    }

    /** These, and of the former ones those that are not mentioned here. What is unknown is taken away. */
    EnrolmentAttributes over(EnrolmentAttributes former) {
        return OptionalMemberGroups.combined(this, former, (sent, before) -> {
            if (sent == null) {
                return before;
            }
            return sent.toString().equals(UNKNOWN) ? null : sent;
        });
    }

    /** The values of those that are known, by their names. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        OptionalMemberGroups.said(this).forEach((name, value) -> values.put(name, value.toString()));
        return values;
    }

    /** Null if there is none: then an event does not mention attributes. */
    EnrolmentAttributes orNull() {
        return equals(NONE) ? null : this;
    }

    /** The names of those that differ. */
    Stream<String> differences(EnrolmentAttributes other) {
        return OptionalMemberGroups.differences(this, other);
    }
}

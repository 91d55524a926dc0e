package kz.qadam.chassis.http.problem;

import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.numbers.PersonalNumber;

/**
 * One thing wrong with an input.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body or the item, or null
 * @param parameter the query parameter, header or path segment, or null
 * @param column the CSV column, or null
 * @param text what is wrong; it never contains an identification number
 */
public record Fault(String pointer, String parameter, String column, Message text) {

    public static Fault at(String pointer, String key, Object... arguments) {
        return new Fault(pointer, null, null, Message.of(key, arguments));
    }

    public static Fault parameter(String parameter, String key, Object... arguments) {
        return new Fault(null, parameter, null, Message.of(key, arguments));
    }

    ProblemBody.ErrorBody in(Language language) {
        return new ProblemBody.ErrorBody(pointerWithoutNumber(), parameter, column, text.code(), text.in(language));
    }

    /**
     * The pointer, masked if it contains an identification number: the name of an unknown member is the sender's own
     * text.
     */
    private String pointerWithoutNumber() {
        return pointer != null && PersonalNumber.isIn(pointer) ? "/" + PersonalNumber.MASK : pointer;
    }
}

package kz.qadam.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing wrong with an input.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body or the item, or null
 * @param parameter the query parameter, header or path segment, or null
 * @param column the CSV column, or null
 * @param code stable, for programs
 * @param detail for people; never repeats an identification number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(String pointer, String parameter, String column, String code, String detail) {

    public static Fault at(String pointer, String code, String detail) {
        return new Fault(pointer, null, null, code, detail);
    }

    public static Fault parameter(String parameter, String code, String detail) {
        return new Fault(null, parameter, null, code, detail);
    }
}

package kz.qadam.chassis.desk;

/**
 * What a form would change, in words.
 *
 * @param what is changed
 */
public record Change(String what, String from, String to) {}

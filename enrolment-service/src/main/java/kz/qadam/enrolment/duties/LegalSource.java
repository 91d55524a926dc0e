package kz.qadam.enrolment.duties;

/**
 * A text of law to check.
 *
 * @param address where it is published; null if the page does not know it
 */
public record LegalSource(String key, String address) {}

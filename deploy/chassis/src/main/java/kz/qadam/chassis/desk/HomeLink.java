package kz.qadam.chassis.desk;

/**
 * A page that a home leads to.
 *
 * @param name its text is {@code desk.page.{name}}
 * @param path on the host of all services
 */
public record HomeLink(String name, String path) {}

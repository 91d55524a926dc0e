package kz.qadam.chassis.desk;

/**
 * A page in the navigation of the people who begin with one home.
 *
 * @param name its text is {@code desk.page.{name}}
 * @param path on the host of all services
 */
public record PageLink(String name, String path) {}

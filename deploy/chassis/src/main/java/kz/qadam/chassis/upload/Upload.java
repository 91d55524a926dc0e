package kz.qadam.chassis.upload;

import java.util.List;
import kz.qadam.chassis.table.Template;

/**
 * What is sent from a page, and where to.
 *
 * @param name first segment of the page's address, and of the keys of its sentences
 * @param imports where files go, such as {@code /v1/thing-imports}
 * @param batch where those that are small enough can be checked, such as {@code /v1/things/batch}
 * @param table what people fill in
 * @param template where that is to be had, but for {@code .csv} or {@code .xlsx}
 * @param verdicts what can become of a row, in the order in which it is told
 */
public record Upload(
        String name, String imports, String batch, Template table, String template, List<String> verdicts) {}

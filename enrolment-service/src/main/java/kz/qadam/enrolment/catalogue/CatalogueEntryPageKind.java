package kz.qadam.enrolment.catalogue;

import java.util.List;
import java.util.Map;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.PageLink;

/** What the pages of entries say that differs from kind to kind. */
interface CatalogueEntryPageKind<V> {

    /** The path of the pages. */
    String path();

    /** The path of the page on which a table of entries is pasted. */
    String table();

    /** What the keys of the texts begin with. */
    String keys();

    /** The field with the name, without its language. */
    String nameField();

    /** The values of the fields that are chosen and not typed, with their words. */
    Map<String, Map<String, String>> choices(DeskContext context);

    /** What else a change does, in sentences; {@code from} is null for a new entry. */
    List<String> consequences(DeskContext context, V from, V to);

    /** Pages about the entry with this code. */
    List<PageLink> about(String code);
}

package kz.qadam.reporting.figures;

import java.util.List;
import java.util.stream.Stream;

/** An answer that can also be read as a table. */
public interface Table {

    List<String> columns();

    /** Each with as many cells as there are columns; null is an empty cell. */
    Stream<List<?>> rows();
}

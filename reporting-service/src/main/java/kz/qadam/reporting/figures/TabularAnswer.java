package kz.qadam.reporting.figures;

import java.util.List;
import java.util.stream.Stream;

/** An answer that can also be rendered as a table. */
public interface TabularAnswer {

    List<String> columns();

    /** The rows, each with one cell for each column; null is an empty cell. */
    Stream<List<?>> rows();
}

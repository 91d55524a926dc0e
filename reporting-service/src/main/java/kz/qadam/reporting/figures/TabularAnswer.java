package kz.qadam.reporting.figures;

/** An answer that can also be rendered as a table. */
public interface TabularAnswer {

    CsvTable table();
}

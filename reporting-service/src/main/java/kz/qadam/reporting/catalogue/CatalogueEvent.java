package kz.qadam.reporting.catalogue;

/** An event that describes one thing of the catalogue with all its members. */
public interface CatalogueEvent {

    String code();

    /** The number of the description, from 1; the highest is in force. */
    long version();
}

package kz.qadam.reporting.catalogue;

/** An event that describes a thing of the catalogue, whole. */
public interface CatalogueEvent {

    String code();

    /** Counts the descriptions of the thing; the highest is in force. */
    long version();
}

package kz.qadam.enrolment.catalogue;

/** The state of an entry of the catalogue, as it is published. */
sealed interface PublishedCatalogueEntry permits Programme.State, Cohort.State, Course.State, Institution.State {

    String code();

    int version();
}

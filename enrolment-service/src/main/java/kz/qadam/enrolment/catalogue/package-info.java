/**
 * The catalogue that the programme office keeps: programme, cohorts, courses, institutions and regions; each version is
 * published. It may use the chassis and Panache; other packages read it through
 * {@link kz.qadam.enrolment.catalogue.NamedCatalogueEntries}.
 */
package kz.qadam.enrolment.catalogue;

/**
 * Arithmetic of plans: how many people should be trained by the end of a day, and the status of a figure compared with
 * that. It may use no other package.
 */
package kz.qadam.reporting.catalogue.plan;

/**
 * The pages that people look at: the dashboard, made of the view records of figures and coverage, and the auditor's page. No
 * other package uses it.
 */
package kz.qadam.reporting.page;

/**
 * The accounts of people at the provider of logins: the office and the administrators of institutions invite, lock and reset
 * here, by Keycloak's administration. The package may use the chassis and {@code catalogue}.
 */
package kz.qadam.enrolment.accounts;

/**
 * Who calls and who submits, what each may do and see: tokens, keys, roles, institutions, regions, suspensions, quotas.
 * The package may use {@code problem}, {@code body} and {@code language}; each service provides its suspended
 * institutions, and the keys of institutions.
 */
package kz.qadam.chassis.security;

/**
 * Who calls and who submits, and what each may do: tokens, keys, roles, institutions, suspensions, quotas. The package
 * may use {@code problem}, {@code body} and {@code language}; each service provides its suspended institutions, and the
 * keys of institutions.
 */
package kz.qadam.chassis.security;

/**
 * Who calls and who submits, and what each may do: tokens, roles, institutions, suspensions, quotas. The package may use
 * {@code problem}, {@code body} and {@code language}; each service provides its suspended institutions.
 */
package kz.qadam.chassis.security;

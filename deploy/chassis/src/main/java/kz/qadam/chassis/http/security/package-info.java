/**
 * Who calls and who submits, what each may do and see: tokens, keys, roles, institutions, regions, suspensions, quotas.
 * Each service provides its suspended institutions, and the keys of institutions.
 */
package kz.qadam.chassis.http.security;

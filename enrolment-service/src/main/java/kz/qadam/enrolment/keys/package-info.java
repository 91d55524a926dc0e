/**
 * The keys of institutions, with which their programs show who they are: made, listed and revoked here, and published to
 * the other services. The package may use the chassis and {@code catalogue}.
 */
package kz.qadam.enrolment.keys;

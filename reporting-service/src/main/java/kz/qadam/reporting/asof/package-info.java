/**
 * Points in time of questions. The model is bitemporal: {@code asOf} is transaction time, what was known at an instant;
 * {@code on} is valid time, what had happened by a day. It may use the database and the package of dimensions; every
 * package that answers questions uses it.
 */
package kz.qadam.reporting.asof;

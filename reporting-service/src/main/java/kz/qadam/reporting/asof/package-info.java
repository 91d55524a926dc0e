/**
 * Points in time that questions are about. The model is bitemporal: {@code asOf} is transaction time, what was known at an
 * instant; {@code on} is valid time, what had happened by a day. It uses the database and no other package of this service but
 * that of dimensions; everything that answers questions uses it.
 */
package kz.qadam.reporting.asof;

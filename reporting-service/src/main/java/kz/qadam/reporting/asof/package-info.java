/**
 * Points in time that questions are about: what was known at an instant, of what had happened by a day. It uses the database
 * and no other package of this service; everything that answers questions uses it.
 */
package kz.qadam.reporting.asof;
